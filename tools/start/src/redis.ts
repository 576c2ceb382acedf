import { join } from 'node:path';
import { findOrStartRedis, type RunRecord } from '@parley/server-embedded';
import type { LaunchOptions } from './launch';

/** One gateway needs no Redis; several need one between them, and whoever names one wants it used. @returns its URL */
export async function useRedis(
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
