import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '@parley/server-embedded';
import { readableLine } from './readable-line';
import { DATABASES, type DatabaseName } from './service-names';

const run = promisify(execFile);
const DEADLINE_MS = 300_000;

export interface MigrationOptions {
  /** Holds `apps/<service>/migrate.js`. */
  readonly distDir: string;
  readonly databases: Readonly<Record<DatabaseName, string>>;
  /** Which of them; all by default. */
  readonly services?: readonly DatabaseName[];
  /** The Node binary to use; the present one by default. */
  readonly node?: string;
  readonly signal?: AbortSignal;
}

/**
 * Brings the services' databases up to date by each service's own migration command, all at the same time.
 * @throws StartupError naming the service and what it said.
 */
export async function migrateDatabases({
  distDir,
  databases,
  services = DATABASES,
  node = process.execPath,
  signal,
}: MigrationOptions): Promise<void> {
  await Promise.all(
    services.map(async (service) => {
      try {
        await run(node, ['--enable-source-maps', join(distDir, 'apps', service, 'migrate.js')], {
          env: { NODE_ENV: 'production', DATABASE_URL: databases[service] },
          timeout: DEADLINE_MS,
          ...(signal && { signal }),
        });
      } catch (error) {
        signal?.throwIfAborted();
        throw new StartupError(`The database of ${service} can't be brought up to date: ${lastWords(error)}`, {
          cause: error,
        });
      }
    }),
  );
}

/** The last line that a failed command printed, or why it was not run. */
function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const printed = ['stderr', 'stdout'].map((stream): unknown => Object.getOwnPropertyDescriptor(error, stream)?.value);
  const lines = printed.filter((text) => typeof text === 'string').flatMap((text) => text.split('\n'));
  const last = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .at(-1);
  return last === undefined ? error.message : readableLine(last);
}
