import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { plainEnvironment } from '../environment';
import type { StartupError } from '../startup-error';
import type { Binaries } from './binaries';
import { type Credentials, SUPERUSER } from './credentials';
import { explainFailure } from './failures';
import type { Location } from './location';

const run = promisify(execFile);
const DEADLINE_MS = 120_000;

/**
 * Makes an empty cluster unless there is one. It is made under another name, so that a cluster that exists is whole even
 * when the last attempt was cut off.
 * @throws StartupError
 */
export async function initialiseCluster(
  location: Location,
  binaries: Binaries,
  credentials: Credentials,
  durable: boolean,
): Promise<void> {
  const { base, cluster, account } = location;
  if (existsSync(cluster)) return;
  const draft = `${cluster}.partial`;
  const passwordFile = `${cluster}.password`;
  try {
    // Its last maker may have been orphaned and still be writing.
    rmSync(draft, { recursive: true, force: true, maxRetries: 10 });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${credentials.passwordOf(SUPERUSER)}\n`, { mode: 0o600 });
    if (account !== undefined) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The built-in provider sorts and folds case alike on every machine, whatever locales it has.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      {
        cwd: base,
        env: plainEnvironment(),
        timeout: DEADLINE_MS,
        ...(account && { uid: account.uid, gid: account.gid }),
      },
    );
    renameSync(draft, cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true, maxRetries: 10 });
    throw asStartupError(error, base);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function asStartupError(error: unknown, base: string): StartupError {
  if (!(error instanceof Error)) return explainFailure([String(error)], base);
  const said =
    'stderr' in error && typeof error.stderr === 'string' && error.stderr !== '' ? error.stderr : error.message;
  return explainFailure(
    said.split('\n').filter((line) => line.trim() !== ''),
    base,
  );
}
