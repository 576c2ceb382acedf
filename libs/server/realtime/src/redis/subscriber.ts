import type { Cluster, Redis } from 'ioredis';
import { redisConnection, type Placement, type RedisConnectionOptions } from '@parley/server-redis';
import { ClusterSubscriber } from './cluster-subscriber';
import { RedisSubscriber } from './redis-subscriber';

/** Hears channels of Redis's sharded publish and subscribe. */
export interface Subscriber {
  on(event: 'smessageBuffer', listener: (channel: Buffer, message: Buffer) => void): void;
  ssubscribe(channel: string): void;
  sunsubscribe(channel: string): void;
  /** Calls back when every channel is heard again after some of them were not. */
  onRestored(listener: () => void): void;
  /** Resolves when all that was asked for so far is heard, or when there is no Redis to hear it from. Never rejects. */
  settled(): Promise<void>;
}

/** A subscriber and what it hears by. */
export interface Listening {
  readonly subscriber: Subscriber;
  readonly placed: Placement;
  /** Resolves when it can hear, after so many milliseconds in any case. */
  ready(withinMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Begins to listen, by one connection, or by one to each master of a Cluster. */
export function listenTo(options: RedisConnectionOptions): Listening {
  const connection = redisConnection(options);
  const { redis, placed } = connection;
  if (!isCluster(redis)) return { ...connection, subscriber: new RedisSubscriber(redis, options.log) };
  const subscriber = new ClusterSubscriber(redis, options);
  return {
    ...{ subscriber, placed },
    ready: async (withinMs) => {
      const end = performance.now() + withinMs;
      await connection.ready(withinMs);
      await subscriber.ready(Math.max(0, end - performance.now()));
    },
    close: async () => {
      await Promise.all([connection.close(), subscriber.close()]);
    },
  };
}

function isCluster(redis: Redis | Cluster): redis is Cluster {
  return redis.isCluster;
}
