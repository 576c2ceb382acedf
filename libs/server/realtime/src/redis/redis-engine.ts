import { withDeadline, type Logger } from '@parley/server-runtime';
import { redisConnection } from '@parley/server-redis';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import type { Engine } from '../engine';
import { placedPublisher, placedSubscriber } from './placed-channels';
import { RedisPublisher } from './redis-publisher';
import { RedisRound } from './redis-round';
import { listenTo } from './subscriber';

/** How long a handshake waits for Redis to confirm the rooms it joined; a client that goes without finds the gap. */
const PATIENCE_MS = 250;
const START_PATIENCE_MS = 1_000;

export interface RedisEngineOptions {
  /** One server, Sentinels or a Cluster, as `readRedisUrl` of `@parley/server-redis` reads it. */
  readonly url: string;
  readonly log: Logger;
  /** Told of each publication that was lost. */
  readonly onLost: () => void;
}

/**
 * The engine of many nodes: Socket.IO's sharded adapter on Redis ≥ 7, each room on a channel of its own, so that a node hears only of rooms that it
 * has members of. While Redis is away each node serves its own sockets as if nothing were; one that is not there at the start delays it by a second.
 */
export async function redisEngine({ url, log, onLost }: RedisEngineOptions): Promise<Engine> {
  const publishing = redisConnection({ url, name: 'publish', log });
  const listening = listenTo({ url, name: 'listen', log });
  await Promise.all([publishing.ready(START_PATIENCE_MS), listening.ready(START_PATIENCE_MS)]);
  const publisher = placedPublisher(new RedisPublisher(publishing.redis, onLost), publishing.placed);
  const subscriber = placedSubscriber(listening.subscriber, listening.placed);
  return {
    adapter: createShardedAdapter(publisher, subscriber, { channelPrefix: 'parley', subscriptionMode: 'dynamic' }),
    round: new RedisRound(publisher, subscriber),
    settled: () => withDeadline('subscribing', PATIENCE_MS, () => subscriber.settled()).catch(() => undefined),
    onRestored: (listener) => subscriber.onRestored(listener),
    close: async () => {
      await Promise.all([publishing.close(), listening.close()]);
    },
  };
}
