import { join, relative } from 'node:path';
import { findOrStartRedis, RunRecord, startEmbeddedPostgres } from '@parley/server-embedded';
import { DATABASES, migrateDatabases, startSystem, type RunningSystem } from '@parley/server-system';
import type { Arguments } from './arguments';
import { build, isBuilt } from './build';
import { checkDisk, checkPort, prepareState } from './checks';
import { lockInstance } from './instance-lock';
import type { Progress } from './progress';
import { rpcSecret } from './secret';
import { hasSeeder, seed } from './seed';
import type { Undoing } from './shutdown';
import { summary } from './summary';
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

/**
 * Brings Parley from nothing to running: checks, build, PostgreSQL, migrations, Redis where one is needed, services,
 * sandbox.
 * @throws StartupError with one sentence for people; the signal's reason when that is aborted.
 */
export async function launch(options: LaunchOptions): Promise<RunningSystem> {
  const { workspace, progress, undoing, signal, gateways, port } = options;
  const beganAt = performance.now();
  const log = (line: string): void => progress.note(line);

  prepareState(workspace);
  undoing.add('the lock', lockInstance(join(workspace.stateDir, 'launcher.lock'), `http://localhost:${port}`));
  const record = new RunRecord(join(workspace.stateDir, 'run.json'));
  options.hurry.addEventListener('abort', () => record.killAll());
  const orphans = await record.clearOrphans();
  if (orphans.length > 0) log(`ended what a killed run had left: ${orphans.map(({ name }) => name).join(', ')}`);
  await checkPort(port);
  checkDisk(workspace);

  const surroundings = { workspace, record, signal };
  if (!isBuilt(workspace))
    await progress.step(
      'Building',
      (report) => build(surroundings, report),
      () => 'Built',
    );

  const postgres = await progress.step(
    'Starting PostgreSQL',
    () =>
      startEmbeddedPostgres({
        dataDir: join(workspace.stateDir, 'postgres'),
        databases: DATABASES,
        logPath: join(workspace.logDir, 'postgresql.log'),
        log,
      }),
    ({ adopted }) => (adopted ? 'PostgreSQL was running still' : 'PostgreSQL runs'),
  );
  undoing.add('PostgreSQL', () => postgres.stop());
  signal.throwIfAborted();
  const databases = {
    users: postgres.urlFor('users'),
    chatrooms: postgres.urlFor('chatrooms'),
    messages: postgres.urlFor('messages'),
  };
  await progress.step(
    'Bringing the databases up to date',
    () => migrateDatabases({ distDir: workspace.distDir, databases, signal }),
    () => 'Databases are up to date',
  );

  const redisUrl = await useRedis(options, record);
  const system = await progress.step(
    'Starting the services',
    () =>
      startSystem({
        ...{
          distDir: workspace.distDir,
          dataDir: workspace.stateDir,
          databases,
          redisUrl,
          gateways,
          port,
          record,
          signal,
          log,
        },
        rpcSecret: rpcSecret(workspace.stateDir),
        freshWeb: options.dev,
      }),
    ({ processes }) => `${processes.size} services run`,
  );
  undoing.add('the services', () => system.stop());

  const seeded = options.seed && hasSeeder(workspace.root);
  if (seeded)
    await progress.step(
      'Filling the sandbox',
      (report) => seed(surroundings, system.callEnv, report),
      () => 'The sandbox is filled',
    );
  const seconds = (performance.now() - beganAt) / 1_000;
  progress.say(
    summary({ url: system.origin, gateways, seeded, logs: `${relative(process.cwd(), workspace.logDir)}/`, seconds }),
  );
  return system;
}

/** One gateway needs no Redis; several need one between them, and whoever names one wants it used. */
async function useRedis(
  { workspace, progress, undoing, gateways, redisUrl, installRedis, signal }: LaunchOptions,
  record: RunRecord,
): Promise<string | undefined> {
  if (gateways === 1 && redisUrl === undefined) return undefined;
  const redis = await progress.step(
    'Looking for Redis',
    () =>
      findOrStartRedis({
        ...{ url: redisUrl, install: installRedis, record, log: (line: string) => progress.note(line) },
        dataDir: join(workspace.stateDir, 'redis'),
        logPath: join(workspace.logDir, 'redis.log'),
      }),
    ({ process }) => (process === null ? 'Redis answers' : 'Redis runs'),
  );
  undoing.add('Redis', () => redis.stop());
  signal.throwIfAborted();
  return redis.url;
}
