import {
  findOrStartRedis,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type UsableRedis,
} from '@parley/server-embedded';
import {
  DATABASES,
  migrateDatabases,
  startSystem,
  type RunningSystem,
  type SystemOptions,
} from '@parley/server-system';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Places } from '../people/person';
import { redisKind, startLastingRedis, type LastingRedis, type RedisKind } from '../redis/lasting-redis';
import { whenEnding } from './when-ending';

export interface ThrowAwayOptions {
  /** How many realtime gateways; with more than one there is a Redis between them. */
  gateways: number;
  /** What Redis that is; as `PARLEY_E2E_REDIS` says by default, else a single server. */
  redis?: RedisKind;
  /** The built programs. */
  distDir: string;
  extraEnv?: SystemOptions['extraEnv'];
  /** Whether PostgreSQL keeps what it acknowledged when it dies; false by default, which is much faster. */
  durable?: boolean;
  /** Puts something between the processes before they are started. */
  rewire?: SystemOptions['rewire'];
  /** Prepares a directory for PostgreSQL to be in. Answers what undoes that once everything has ended. */
  prepareDisk?: (directory: string) => Promise<() => Promise<void>>;
  log?: (line: string) => void;
}

/** A whole Parley with databases of its own, gone without a trace when it is stopped. */
export interface ThrowAwaySystem {
  readonly places: Places;
  readonly system: RunningSystem;
  readonly postgres: EmbeddedPostgres;
  /** Null where there is one gateway alone, or more servers than one. */
  readonly redis: UsableRedis | null;
  /** Null where there are not more servers than one. */
  readonly lastingRedis: LastingRedis | null;
  /** Logs of the processes are in `logs`. */
  readonly dataDir: string;
  readonly stop: () => Promise<void>;
}

/** Tests come from one address and are many people: what limits an address would limit the tests. */
const MANY_PEOPLE = {
  REGISTRATIONS_PER_HOUR: '100000',
  LOGINS_PER_MINUTE: '100000',
  REFRESHES_PER_MINUTE: '100000',
  RESETS_PER_HOUR: '100000',
};

/** Starts every built program of Parley as a process of its own, on a real PostgreSQL and, for several gateways, a real Redis. */
export async function throwAwaySystem(options: ThrowAwayOptions): Promise<ThrowAwaySystem> {
  const { gateways, distDir, extraEnv = {}, durable = false, rewire, prepareDisk, log = () => undefined } = options;
  const kind = options.redis ?? redisKind(process.env['PARLEY_E2E_REDIS'] ?? 'single');
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-e2e-'));
  // PostgreSQL runs as another account where the tests run as root.
  await chmod(dataDir, 0o755);
  const ends: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  const kills: (() => void)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
  const forget = whenEnding(() => kills.toReversed().forEach((kill) => kill()));
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
    forget();
  };
  try {
    const disk = prepareDisk ? join(dataDir, 'disk') : dataDir;
    if (prepareDisk) ends.push(await prepareDisk(disk));
    const postgres = await startEmbeddedPostgres({
      dataDir: join(disk, 'postgres'),
      databases: DATABASES,
      durable,
      log,
    });
    ends.push(() => postgres.destroy());
    kills.push(() => postgres.process.kill('SIGQUIT'));
    const databases = {
      users: postgres.urlFor('users'),
      chatrooms: postgres.urlFor('chatrooms'),
      messages: postgres.urlFor('messages'),
    };
    const lasting = gateways > 1 && kind !== 'single' ? await startLastingRedis(kind) : undefined;
    // These end with this process by themselves.
    if (lasting) ends.push(() => lasting.close());
    const redis =
      gateways > 1 && !lasting ? await findOrStartRedis({ url: process.env['REDIS_URL'], dataDir, log }) : undefined;
    if (redis) {
      ends.push(() => redis.stop());
      kills.push(() => redis.process?.kill('SIGKILL'));
    }
    await migrateDatabases({ distDir, databases });
    const system = await startSystem({
      ...{ distDir, dataDir, databases, gateways, log },
      ...(rewire && { rewire }),
      redisUrl: (lasting ?? redis)?.url,
      extraEnv: {
        ...extraEnv,
        'api-gateway': { ...MANY_PEOPLE, ...extraEnv['api-gateway'] },
        users: { SIGN_IN_TRIES_PER_ACCOUNT: '100000', ...extraEnv.users },
      },
    });
    ends.push(() => system.stop());
    kills.push(() => system.processes.forEach((process) => process.kill('SIGKILL')));
    const places = { origin: system.origin, gateways: system.gatewayPorts.map((port) => `http://127.0.0.1:${port}`) };
    const servers = { redis: redis ?? null, lastingRedis: lasting ?? null };
    return { places, system, postgres, ...servers, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
