import { join, relative } from 'node:path';
import { RunRecord } from '@parley/server-embedded';
import { startSystem, type RunningSystem } from '@parley/server-system';
import type { Arguments } from './arguments';
import { build, isBuilt } from './build';
import { checkDisk, checkPort, prepareState } from './checks';
import { startDatabases } from './databases';
import { startDevelopment, type Development } from './development/develop';
import { lockInstance } from './instance-lock';
import type { Progress } from './progress';
import { useRedis } from './redis';
import { rpcSecret } from './secret';
import { hasSeeder, seed } from './seed';
import type { Undoing } from './shutdown';
import { summary } from './summary';
import type { ToolSurroundings } from './tools';
import type { Workspace } from './workspace';

export interface LaunchOptions extends Pick<
  Arguments,
  'gateways' | 'port' | 'redisUrl' | 'seed' | 'installRedis' | 'dev'
> {
  readonly workspace: Workspace;
  readonly progress: Progress;
  /** Gets what must be undone at the end, also when the launch breaks off. */
  readonly undoing: Undoing;
  /** Breaks the launch off. */
  readonly signal: AbortSignal;
  /** Ends whatever runs without waiting for it. */
  readonly hurry: AbortSignal;
}

/** While one develops nobody waits for connections to be handed over in peace. */
const DEVELOPMENT_ENV = { all: { SHUTDOWN_GRACE_MS: '500' } };

/** What whoever starts Parley may say of accounts: a mail server (mails lie in a folder otherwise), who moderates, and an issuer by which people sign in. */
function accountEnvironment(): Record<string, string> {
  const { SMTP_URL = '', MAIL_FROM = '', MODERATORS = '' } = process.env;
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '', OIDC_NAME = '' } = process.env;
  return { SMTP_URL, MAIL_FROM, MODERATORS, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME };
}

/** How long the messages service keeps what; empty is as not said: its own default. */
function retentionEnvironment(): Record<string, string> {
  const { EARLIER_TEXTS_DAYS = '', MESSAGE_RETENTION_DAYS = '' } = process.env;
  return { EARLIER_TEXTS_DAYS, MESSAGE_RETENTION_DAYS };
}

/**
 * Brings Parley from nothing to running: checks, build, PostgreSQL, migrations, Redis where one is needed, services,
 * sandbox.
 * @throws StartupError with one sentence for people; the signal's reason when that is aborted.
 */
export async function launch(options: LaunchOptions): Promise<RunningSystem> {
  const { workspace, progress, undoing, signal, gateways, port } = options;
  const beganAt = performance.now();
  const record = await takePossession(options);
  const surroundings = { workspace, record, signal };
  const development = await preparePrograms(options, surroundings);
  const databases = await startDatabases(options);
  const redisUrl = await useRedis(options, record);
  const system = await progress.step(
    'Starting the services',
    () =>
      startSystem({
        ...{ distDir: workspace.distDir, dataDir: workspace.stateDir, databases, redisUrl, gateways, port },
        ...{ record, signal, log: (line: string) => progress.note(line) },
        rpcSecret: rpcSecret(workspace.stateDir),
        webPort: development?.webPort,
        extraEnv: {
          ...(development && DEVELOPMENT_ENV),
          users: accountEnvironment(),
          messages: retentionEnvironment(),
        },
      }),
    ({ processes }) => `${processes.size} services run`,
  );
  undoing.add('the services', () => system.stop());
  development?.follow(system, databases);
  const seeded = options.seed && hasSeeder(workspace.root);
  if (seeded) {
    await progress.step(
      'Filling the sandbox',
      (report) => seed(surroundings, system.callEnv, report),
      () => 'The sandbox is filled',
    );
  }
  const logs = `${relative(process.cwd(), workspace.logDir)}/`;
  progress.say(summary({ url: system.origin, gateways, seeded, logs, seconds: (performance.now() - beganAt) / 1_000 }));
  return system;
}

/** Makes sure that nobody and nothing is in the way, and clears what a killed run has left. */
async function takePossession({ workspace, progress, port, hurry }: LaunchOptions): Promise<RunRecord> {
  checkDisk(workspace);
  prepareState(workspace);
  // Released last of all, when everything else has been undone.
  process.once('exit', lockInstance(join(workspace.stateDir, 'launcher.lock'), `http://localhost:${port}`));
  const record = new RunRecord(join(workspace.stateDir, 'run.json'));
  hurry.addEventListener('abort', () => record.killAll());
  const orphans = await record.clearOrphans();
  const names = orphans.map(({ name }) => name).join(', ');
  if (names !== '') progress.note(`ended what a killed run had left: ${names}`);
  await checkPort(port);
  return record;
}

/** Sees to it that there is something to run: what is built, or what is built again and again. */
async function preparePrograms(
  options: LaunchOptions,
  surroundings: ToolSurroundings,
): Promise<Development | undefined> {
  if (options.dev) return startDevelopment(options, surroundings);
  if (!isBuilt(options.workspace)) {
    await options.progress.step(
      'Building',
      (report) => build(surroundings, report),
      () => 'Built',
    );
  }
  return undefined;
}
