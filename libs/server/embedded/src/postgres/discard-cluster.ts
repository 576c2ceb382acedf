import { existsSync, rmSync } from 'node:fs';
import { endProcess } from '../process/end-process';
import { findPostmaster } from './lock-file';

/** Removes a cluster that nobody has the passwords of any more, and ends the server that may still run on it. */
export async function discardCluster(cluster: string): Promise<void> {
  if (!existsSync(cluster)) return;
  const left = findPostmaster(cluster);
  if (left !== null) await endProcess(left.identity, [{ signal: 'SIGQUIT', graceMs: 5_000 }]);
  rmSync(cluster, { recursive: true, force: true, maxRetries: 10 });
}
