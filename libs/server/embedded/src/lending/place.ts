import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** The workspace whose tests share one lender. */
export const workspaceRoot = resolve(import.meta.dirname, '../../../../..');

/** Where the lender keeps its data while it runs. */
export const lenderHome = join(workspaceRoot, 'tmp', 'lender');

/** Tells this workspace's lender from another's. */
export const workspaceKey = createHash('sha256').update(workspaceRoot).digest('hex').slice(0, 16);

const FIRST_PORT = 10_000;
const PORTS = 10_000;

/**
 * The loopback port of this workspace's lender. Only one process can listen on it, which makes it the lock as well; the system frees
 * it however that process ends. It lies below the ports that systems hand out for outgoing connections, and below those among which a test
 * finds a free one for what it starts.
 */
export const lenderPort = FIRST_PORT + (Number.parseInt(workspaceKey.slice(0, 8), 16) % PORTS);
