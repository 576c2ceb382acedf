import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { installerEnvironment } from './environment';
import { findProgram } from './find-program';
import type { Log } from './log';
import { messageOf, StartupError } from './startup-error';

const run = promisify(execFile);
const DEADLINE_MS = 300_000;

/**
 * Installs a package of the system, which only root on Debian and its descendants can.
 * @param instead what a person can do where it can't be installed: the end of a sentence
 * @throws StartupError when it can't be installed.
 */
export async function installPackage(name: string, instead: string, log: Log): Promise<void> {
  const aptGet = findProgram(['apt-get']);
  if (aptGet === undefined || process.getuid?.() !== 0) {
    throw new StartupError(`${name} is missing and only root on Debian or Ubuntu can have it installed: ${instead}.`);
  }
  const options = { env: installerEnvironment(), timeout: DEADLINE_MS, maxBuffer: 16 * 1024 * 1024 };
  try {
    log(`installing ${name} by apt-get`);
    await run(aptGet, ['update', '-qq'], options);
    await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', name], options);
  } catch (error) {
    throw new StartupError(
      `apt-get could not install ${name} (${messageOf(error).split('\n')[0] ?? ''}): ${instead}.`,
      { cause: error },
    );
  }
}
