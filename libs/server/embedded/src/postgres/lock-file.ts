import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, identify, type ProcessIdentity } from '../process/process-identity';
import { codeOf } from '../startup-error';

/** A PostgreSQL that an earlier run has left running on a cluster. */
export interface RunningPostmaster {
  readonly identity: ProcessIdentity;
  readonly port: number;
}

/**
 * Looks into the cluster's lock file (postmaster.pid: pid, directory, start, port, …) for a PostgreSQL that still runs
 * on it. A lock whose pid has passed on to a stranger is removed: PostgreSQL itself would take the stranger for its owner
 * and refuse to start.
 */
export function findPostmaster(cluster: string): RunningPostmaster | null {
  const path = join(cluster, 'postmaster.pid');
  const [pid = Number.NaN, , , port = Number.NaN] = readLines(path).map(Number);
  const identity = identify(pid);
  if (identity === null) return null;
  if (isPostmasterOf(pid, cluster)) return Number.isInteger(port) ? { identity, port } : null;
  rmSync(path, { force: true });
  return null;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** It is always started with "-D <cluster>", and unlike its children it never changes its title. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  return commandLineOf(pid).includes(`-D ${cluster} `);
}
