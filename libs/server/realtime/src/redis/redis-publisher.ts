import type { RedisClient } from '@parley/server-redis';

/** Publications under way at most: about 10 MB while Redis hangs. */
const IN_FLIGHT = 10_000;

/**
 * The publishing half of the adapter's Redis. Socket.IO's cluster adapter waits for the publication before it emits to its own sockets, so that
 * trouble at Redis would hold up people on this node too: here a publication counts as done at once, and goes on by itself. One that
 * fails is lost and counted; whoever misses it finds the gap.
 */
export class RedisPublisher {
  private inFlight = 0;

  constructor(
    private readonly redis: RedisClient,
    private readonly onLost: () => void,
  ) {}

  /** Called by the adapter, under the name that ioredis gives it. */
  spublish(channel: string, message: string | Buffer): Promise<number> {
    if (this.redis.status !== 'ready' || this.inFlight >= IN_FLIGHT) {
      this.onLost();
    } else {
      this.inFlight++;
      this.redis
        .spublish(channel, message)
        .catch(() => this.onLost())
        .finally(() => this.inFlight--);
    }
    return Promise.resolve(0);
  }
}
