import { findOrStartRedis, startEmbeddedPostgres } from '@parley/server-embedded';
import {
  DATABASES,
  migrateDatabases,
  startSystem,
  type RunningSystem,
  type SystemOptions,
} from '@parley/server-system';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Places } from '../people/person';

export interface ThrowAwayOptions {
  /** How many realtime gateways; with more than one there is a Redis between them. */
  gateways: number;
  /** The built programs. */
  distDir: string;
  extraEnv?: SystemOptions['extraEnv'];
  log?: (line: string) => void;
}

/** A whole Parley with databases of its own, gone without a trace when it is stopped. */
export interface ThrowAwaySystem {
  readonly places: Places;
  readonly system: RunningSystem;
  readonly stop: () => Promise<void>;
}

/** Tests come from one address and are many people: what limits an address would limit the tests. */
const MANY_PEOPLE = { REGISTRATIONS_PER_HOUR: '100000', LOGINS_PER_MINUTE: '100000', REFRESHES_PER_MINUTE: '100000' };

/** Starts every built program of Parley as a process of its own, on a real PostgreSQL and, for several gateways, a real Redis. */
export async function throwAwaySystem(options: ThrowAwayOptions): Promise<ThrowAwaySystem> {
  const { gateways, distDir, extraEnv = {}, log = () => undefined } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-e2e-'));
  // PostgreSQL runs as another account where the tests run as root.
  await chmod(dataDir, 0o755);
  const ends: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: join(dataDir, 'postgres'),
      databases: DATABASES,
      durable: false,
      log,
    });
    ends.push(() => postgres.destroy());
    const databases = {
      users: postgres.urlFor('users'),
      chatrooms: postgres.urlFor('chatrooms'),
      messages: postgres.urlFor('messages'),
    };
    const redis = gateways > 1 ? await findOrStartRedis({ url: process.env['REDIS_URL'], dataDir, log }) : undefined;
    if (redis) ends.push(() => redis.stop());
    await migrateDatabases({ distDir, databases });
    const system = await startSystem({
      ...{ distDir, dataDir, databases, gateways, log },
      redisUrl: redis?.url,
      extraEnv: { ...extraEnv, 'api-gateway': { ...MANY_PEOPLE, ...extraEnv['api-gateway'] } },
    });
    ends.push(() => system.stop());
    const places = { origin: system.origin, gateways: system.gatewayPorts.map((port) => `http://127.0.0.1:${port}`) };
    return { places, system, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
