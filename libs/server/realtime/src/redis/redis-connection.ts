import { setTimeout as pause } from 'node:timers/promises';
import { every, type Logger } from '@parley/server-runtime';
import { Redis } from 'ioredis';

/** No command waits longer for its answer. */
const COMMAND_DEADLINE_MS = 3_000;
/** How often a connection is asked whether it lives, and how long it may take to become ready. */
const HEARTBEAT_MS = 2_000;
const CONNECT_PATIENCE_MS = 5_000;

export interface RedisConnectionOptions {
  readonly url: string;
  /** Shown by Redis's `CLIENT LIST` and in the log. */
  readonly name: string;
  readonly log: Logger;
}

/** A connection to Redis that heals itself. */
export interface RedisConnection {
  readonly redis: Redis;
  /** Resolves when commands are answered, after so many milliseconds in any case. */
  ready(withinMs: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a connection whose commands fail at once while Redis is away, rather than pile up: whoever uses it knows what to do without.
 * It reconnects for ever, a second apart at most. A connection that is half open, which TCP alone would not notice for minutes, is found by a
 * ping that gets no answer, and begun anew.
 */
export function redisConnection({ url, name, log }: RedisConnectionOptions): RedisConnection {
  const redis = new Redis(url, {
    connectionName: `parley:${name}`,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    enableAutoPipelining: true,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    disconnectTimeout: 500,
    commandTimeout: COMMAND_DEADLINE_MS,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 1_000) * (0.5 + Math.random() / 2),
  });
  let changedAt = performance.now();
  let isAway = false;
  const away = (error?: Error): void => {
    if (!isAway) log.warn({ err: error, redis: name }, 'Redis is away');
    isAway = true;
  };
  redis.on('error', away);
  redis.on('close', away);
  for (const event of ['connecting', 'connect', 'ready', 'close'] as const) {
    redis.on(event, () => {
      changedAt = performance.now();
    });
  }
  redis.on('ready', () => {
    if (isAway) log.info({ redis: name }, 'Redis is back');
    isAway = false;
  });

  async function isDead(): Promise<boolean> {
    if (redis.status !== 'ready')
      return redis.status === 'connect' && performance.now() - changedAt > CONNECT_PATIENCE_MS;
    try {
      await redis.ping();
      return false;
    } catch {
      return redis.status === 'ready';
    }
  }
  const heartbeat = every(
    HEARTBEAT_MS,
    `heartbeat of redis ${name}`,
    async () => {
      if (await isDead()) redis.disconnect(true);
    },
    log,
  );

  return {
    redis,
    ready: async (withinMs) => {
      const isReady = new Promise<void>((resolve) => redis.once('ready', resolve));
      if (redis.status !== 'ready') await Promise.race([isReady, pause(withinMs, undefined, { ref: false })]);
    },
    close: async () => {
      redis.disconnect();
      await heartbeat.stop();
    },
  };
}
