import { join } from 'node:path';

/** Where things are on this machine. */
export interface Workspace {
  /** The repository. */
  readonly root: string;
  /** What the build makes. */
  readonly distDir: string;
  /** What is kept between runs: data, passwords, logs. */
  readonly stateDir: string;
  readonly logDir: string;
}

/** The places in a repository. */
export function workspaceAt(root: string): Workspace {
  const stateDir = join(root, '.parley');
  return { root, distDir: join(root, 'dist'), stateDir, logDir: join(stateDir, 'logs') };
}
