import { accessSync, constants, existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { isPortFree, messageOf, StartupError } from '@parley/server-embedded';
import type { Workspace } from './workspace';

/** What a build and a fresh database take on disk, and what running takes from then on. */
const FIRST_RUN_MB = 800;
const LATER_RUN_MB = 200;

/**
 * Makes the directory for what is kept between runs.
 * @throws StartupError when this user can't write there, or not what another user has left there.
 */
export function prepareState({ stateDir, logDir }: Workspace): void {
  try {
    mkdirSync(logDir, { recursive: true });
    for (const directory of [stateDir, logDir]) {
      accessSync(directory, constants.W_OK);
      for (const name of readdirSync(directory)) accessSync(join(directory, name), constants.R_OK | constants.W_OK);
    }
  } catch (error) {
    throw new StartupError(
      `${stateDir} can't be written to (${messageOf(error)}): start Parley as the user who started it first, or remove that directory to begin anew.`,
      { cause: error },
    );
  }
}

/**
 * To be called before anything is written.
 * @param freeMb what is free on the disk that holds the repository, in MB
 * @throws StartupError when the disk is nearly full.
 */
export function checkDisk({ root, distDir }: Workspace, freeMb = freeMbAt(root)): void {
  const neededMb = existsSync(distDir) ? LATER_RUN_MB : FIRST_RUN_MB;
  if (freeMb >= neededMb) return;
  throw new StartupError(
    `The disk is full: ${freeMb} MB are free where ${root} lies, and Parley needs ${neededMb} MB.`,
  );
}

function freeMbAt(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return Math.floor((bavail * bsize) / 2 ** 20);
}

/** @throws StartupError when somebody else listens on the port, or this user may not. */
export async function checkPort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  if (port < 1024 && process.getuid?.() !== 0) {
    throw new StartupError(`Port ${port} is for root only: choose one from 1024 up, as in PORT=8080 npm start.`);
  }
  const other = port === 65_535 ? 8080 : port + 1;
  throw new StartupError(
    `Port ${port} is in use by another program: stop that, or choose another one, as in PORT=${other} npm start.`,
  );
}
