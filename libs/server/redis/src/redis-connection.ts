import { setTimeout as pause } from 'node:timers/promises';
import type { EventEmitter } from 'node:events';
import { every, type Address, type Logger } from '@parley/server-runtime';
import { Cluster, Redis } from 'ioredis';
import { accessOf, openRedis, type OpenOptions, type RedisClient } from './open-redis';
import { logLostNodes } from './lost-nodes';
import { asNamed, inPlaces, type Placement } from './placement';
import { readRedisUrl, type RedisTarget } from './redis-url';
import { takeoversOf } from './takeovers';

/** No command waits longer for its answer. */
const COMMAND_DEADLINE_MS = 3_000;
/** How often a connection is asked whether it lives, and how long it may take to become ready. */
const HEARTBEAT_MS = 2_000;
const CONNECT_PATIENCE_MS = 5_000;
/** How long after a client has given up it begins anew. */
const ANEW_MS = 100;
/** After how many heartbeats a Cluster is asked which node has what, besides when one says that this has changed. */
const LOOK_EVERY = 3;

export interface RedisConnectionOptions {
  /** As `readRedisUrl` reads it. */
  readonly url: string;
  /** Shown by Redis's `CLIENT LIST` and in the log. */
  readonly name: string;
  readonly log: Logger;
}

/** A connection to Redis that heals itself. */
export interface RedisConnection<C extends RedisClient = RedisClient> {
  readonly redis: C;
  /** Calls back, a moment later, when another server may have taken over from one that answered, with all but the last of what that one knew. */
  onTakenOver(listener: () => void): void;
  /** What keys and channels are called there that have to lie together. */
  readonly placed: Placement;
  /** Resolves when commands are answered, after so many milliseconds in any case. */
  ready(withinMs: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a connection whose commands fail at once while Redis is away, rather than pile up: whoever uses it knows what to do without.
 * It reconnects for ever, a second apart at most. A connection that is half open, which TCP alone would not notice for minutes, is found by a
 * ping that gets no answer, and begun anew.
 * @throws TypeError where the URL is none
 */
export function redisConnection({ url, name, log }: RedisConnectionOptions): RedisConnection {
  const target = targetOf(url);
  const redis = openRedis(target, optionsOf(name));
  return {
    ...kept(redis, target.kind, name, log),
    placed: target.kind === 'cluster' ? inPlaces : asNamed,
  };
}

/** The same to one node of a Cluster, for what is heard from that node alone. */
export function nodeConnection({ url, name, log }: RedisConnectionOptions, node: Address): RedisConnection<Redis> {
  const target = targetOf(url);
  const access = target.kind === 'single' ? {} : accessOf(target);
  const redis = new Redis({ ...optionsOf(name), ...access, ...node });
  // Whoever takes over from it is another node.
  return { ...kept(redis, 'single', name, log), placed: inPlaces };
}

function targetOf(url: string): RedisTarget {
  const target = readRedisUrl(url);
  if (target === undefined) throw new TypeError('This is no URL of a Redis.');
  return target;
}

function optionsOf(name: string): OpenOptions {
  return {
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
  };
}

/** Tells the log when it comes and goes, and has its heart beat. */
function kept<C extends RedisClient>(
  redis: C,
  kind: RedisTarget['kind'],
  name: string,
  log: Logger,
): Omit<RedisConnection<C>, 'placed'> {
  const events: EventEmitter = redis;
  const takeovers = takeoversOf(redis, kind);
  if (redis instanceof Cluster) logLostNodes(redis, name, log);
  let changedAt = performance.now();
  let isAway = false;
  let beats = 0;
  let isClosed = false;
  const away = (error?: Error): void => {
    if (!isAway) log.warn({ err: error, redis: name }, 'Redis is away');
    isAway = true;
  };
  events.on('error', away);
  events.on('close', away);
  for (const event of ['connecting', 'connect', 'ready', 'close'] as const) {
    events.on(event, () => {
      changedAt = performance.now();
    });
  }
  events.on('ready', () => {
    if (isAway) log.info({ redis: name }, 'Redis is back');
    isAway = false;
  });
  // Where it is cut off in the midst of looking for a server, as by Sentinels' word of a new master, ioredis takes it for closed and rests for ever.
  events.on('end', () => {
    away();
    setTimeout(() => {
      if (!isClosed && redis.status === 'end') redis.connect().catch(() => undefined);
    }, ANEW_MS).unref();
  });
  const isStuck = (): boolean => redis.status === 'connect' && performance.now() - changedAt > CONNECT_PATIENCE_MS;
  const heartbeat = every(
    HEARTBEAT_MS,
    `heartbeat of redis ${name}`,
    async () => {
      if (redis.status !== 'ready') {
        if (isStuck()) redis.disconnect(true);
      } else if (redis instanceof Cluster) {
        // Each node by itself. One that is given up is looked for again.
        await Promise.all(redis.nodes().map(async (node) => (await isMute(node)) && node.disconnect()));
        // Not by ioredis's `slotsRefreshInterval`: one that meets the client's end goes on for ever.
        if (++beats % LOOK_EVERY === 0) redis.refreshSlotsCache();
      } else if (await isMute(redis)) redis.disconnect(true);
    },
    log,
  );

  return {
    redis,
    onTakenOver: (listener) => takeovers.on(listener),
    ready: async (withinMs) => {
      const isReady = new Promise<void>((resolve) => events.once('ready', resolve));
      if (redis.status !== 'ready') await Promise.race([isReady, pause(withinMs, undefined, { ref: false })]);
    },
    close: async () => {
      isClosed = true;
      takeovers.end();
      redis.disconnect();
      await heartbeat.stop();
    },
  };
}

/** Whether a connection that should answer does not. */
async function isMute(redis: RedisClient): Promise<boolean> {
  if (redis.status !== 'ready') return false;
  try {
    await redis.ping();
    return false;
  } catch {
    return redis.status === 'ready';
  }
}
