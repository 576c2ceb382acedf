import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, StartupError } from '@parley/server-embedded';

/**
 * The secret by which the services know each other; made once and kept beside the data, part of which is sealed with it.
 * @throws StartupError when the file can't be read or is not what was written.
 */
export function rpcSecret(stateDir: string): string {
  const path = join(stateDir, 'rpc-secret');
  try {
    if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    const secret = readFileSync(path, 'utf8').trim();
    if (/^[0-9a-f]{64}$/.test(secret)) return secret;
    throw new Error('it is damaged');
  } catch (error) {
    throw new StartupError(
      `The services' secret ${path} can't be used (${messageOf(error)}): bring it back, or remove ${stateDir} to begin anew.`,
      { cause: error },
    );
  }
}
