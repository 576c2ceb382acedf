import { openRedis, readRedisUrl } from '@parley/server-redis';

/** What a Redis tells about itself, or why it can't be used. */
export type RedisAnswer = { readonly usable: true } | { readonly usable: false; readonly reason: string };

/** Sharded publish and subscribe, on which the gateways run, came with this version. */
const OLDEST_MAJOR = 7;

/** Asks a Redis whether it is there, lets us in and is new enough. Answers within about `deadlineMs`; never rejects. */
export async function probeRedis(url: string, deadlineMs = 3_000): Promise<RedisAnswer> {
  const target = readRedisUrl(url);
  if (target === undefined) return { usable: false, reason: 'it is no URL' };
  const redis = openRedis(target, {
    lazyConnect: true,
    connectTimeout: deadlineMs,
    commandTimeout: deadlineMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    disconnectTimeout: 100,
  });
  // The client tells errors twice: by the failed call, which is heard below, and by this event.
  let lastError: Error | undefined;
  redis.on('error', (error: Error) => {
    lastError = error;
  });
  try {
    await redis.connect();
    const version = /redis_version:(\d+)\.(\S+)/.exec(await redis.info('server'));
    const [, major = '0', rest = ''] = version ?? [];
    if (Number(major) >= OLDEST_MAJOR) return { usable: true };
    return {
      usable: false,
      reason: `it is version ${major}.${rest}, and ${OLDEST_MAJOR}.0 is the oldest that will do`,
    };
  } catch (error) {
    return { usable: false, reason: reasonOf(lastError ?? error) };
  } finally {
    redis.disconnect();
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [message] = [error.message, 'code' in error ? String(error.code) : ''].filter((text) => text !== '');
  return message ?? 'it does not answer';
}
