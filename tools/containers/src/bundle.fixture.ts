import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ComposeService } from './compose-file';
import { imageEnvironment, readStages } from './dockerfile';
import { inWorkspace } from './workspace';

const run = promisify(execFile);

/** What `main.js --check-config` prints. */
export interface ConfigReport {
  readonly name: string;
  readonly variables: readonly string[];
  readonly problems: readonly string[];
}

/** Where the build leaves the bundle of the service that a compose service runs. */
export function bundleOf({ build }: ComposeService): string {
  return inWorkspace(join('dist/apps', build?.args['SERVICE'] ?? ''));
}

/** The environment that a container of this service has: its image's, then the compose file's; secrets where `directory` holds them. */
export function containerEnvironment(
  { build, environment }: ComposeService,
  directory: string,
): Record<string, string> {
  const image =
    build === undefined ? {} : imageEnvironment(readStages(inWorkspace(build.dockerfile), build.args), build.target);
  const all = Object.entries({ ...image, ...environment });
  return Object.fromEntries(all.map(([name, value]) => [name, value.replace('/run/secrets', directory)]));
}

/** Asks a built service what it reads of this environment and what it finds wrong with it. Nothing is started. */
export async function askForConfig(bundle: string, env: Readonly<Record<string, string>>): Promise<ConfigReport> {
  const answer = run(process.execPath, [join(bundle, 'main.js'), '--check-config'], { env, timeout: 20_000 });
  // It exits with an error when something is wrong, and prints its report all the same.
  const { stdout } = await answer.catch((error: unknown) => error as { stdout: string });
  return JSON.parse(stdout) as ConfigReport;
}

/** Writes every secret of the compose file, in the form that compose.md gives it, with these addresses. */
export async function writeSecrets(
  directory: string,
  { postgres = 'postgres:5432', redis = 'redis:6379' }: { readonly postgres?: string; readonly redis?: string } = {},
): Promise<void> {
  const secret = 'a1b2c3d4'.repeat(8);
  const databases = ['users', 'chatrooms', 'messages'].map((service) => [
    `${service}_database_url`,
    `postgresql://${service}:${secret}@${postgres}/${service}`,
  ]);
  const all = {
    rpc_secret: secret,
    postgres_password: secret,
    redis_url: `redis://:${secret}@${redis}`,
    ...Object.fromEntries(databases),
  };
  await mkdir(directory, { recursive: true });
  // As `openssl` and `echo` leave it: with a line end.
  await Promise.all(Object.entries(all).map(([name, value]) => writeFile(join(directory, name), `${String(value)}\n`)));
}
