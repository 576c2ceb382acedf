import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { installerEnvironment } from '../environment';
import type { Log } from '../log';
import { StartupError } from '../startup-error';
import { findProgram } from './find-program';

const run = promisify(execFile);
const DEADLINE_MS = 180_000;

/**
 * Installs the system's Redis package, which only root on Debian and its descendants can.
 * @throws StartupError when it can't be installed.
 */
export async function installRedis(log: Log): Promise<void> {
  const aptGet = findProgram(['apt-get']);
  if (aptGet === undefined || process.getuid?.() !== 0) {
    throw new StartupError(
      'Redis can only be installed for you by root on Debian or Ubuntu: install Redis 7 or Valkey yourself, or name one by REDIS_URL.',
    );
  }
  const options = {
    env: installerEnvironment(),
    timeout: DEADLINE_MS,
    maxBuffer: 16 * 1024 * 1024,
  };
  try {
    log('installing redis-server by apt-get');
    await run(aptGet, ['update', '-qq'], options);
    await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], options);
  } catch (error) {
    throw new StartupError(
      'apt-get could not install redis-server: install Redis 7 or Valkey yourself, or name one by REDIS_URL.',
      { cause: error },
    );
  }
}
