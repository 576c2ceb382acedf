import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Subscriber } from './subscriber';

/** Channels in one command. */
const BATCH = 500;

/**
 * The listening half of the adapter's Redis. The adapter asks for one channel at a time and does not look whether it got it; here all that is
 * asked for in one turn of the event loop becomes one command, and what is wanted is remembered, so that a new connection hears all of it again.
 */
export class RedisSubscriber implements Subscriber {
  private readonly wanted = new Set<string>();
  private added = new Set<string>();
  private removed = new Set<string>();
  private settling: Promise<void> | undefined;
  private wasCutOff = false;
  private readonly restoredListeners = new Set<() => void>();

  /** @param slotOf in a Cluster, where one command may name channels of one slot only: the slot of each */
  constructor(
    private readonly redis: Redis,
    private readonly slotOf: ((channel: string) => number) | null = null,
  ) {
    redis.on('close', () => {
      this.wasCutOff = true;
    });
    redis.on('ready', () => {
      this.added = new Set(this.wanted);
      this.removed.clear();
      this.schedule();
    });
  }

  /** Called by the adapter, under the names that ioredis gives them. */
  on(event: 'smessageBuffer', listener: (channel: Buffer, message: Buffer) => void): void {
    this.redis.on(event, listener);
  }

  ssubscribe(channel: string): void {
    this.wanted.add(channel);
    this.removed.delete(channel);
    this.added.add(channel);
    this.schedule();
  }

  sunsubscribe(channel: string): void {
    this.wanted.delete(channel);
    this.added.delete(channel);
    this.removed.add(channel);
    this.schedule();
  }

  /** No longer wants a channel that Redis has ended by itself: to say so there would be refused. */
  forget(channel: string): void {
    this.wanted.delete(channel);
    this.added.delete(channel);
  }

  /** Calls back when every channel is heard again after the connection was lost. */
  onRestored(listener: () => void): void {
    this.restoredListeners.add(listener);
  }

  /** Resolves when all that was asked for so far is heard, or when there is no Redis to hear it from. Never rejects. */
  settled(): Promise<void> {
    return this.settling ?? Promise.resolve();
  }

  private schedule(): void {
    this.settling ??= this.settle().finally(() => {
      this.settling = undefined;
    });
  }

  private async settle(): Promise<void> {
    await nextTurn();
    // While Redis is away there is nobody to tell; `ready` begins with all that is wanted then.
    while (this.redis.status === 'ready' && this.added.size + this.removed.size > 0) await this.flush();
  }

  private async flush(): Promise<void> {
    const [added, removed] = [[...this.added], [...this.removed]];
    this.added.clear();
    this.removed.clear();
    try {
      await Promise.all([
        ...this.batches(removed).map((channels) => this.redis.sunsubscribe(...channels)),
        ...this.batches(added).map((channels) => this.redis.ssubscribe(...channels)),
      ]);
      if (this.wasCutOff) this.restored();
    } catch {
      // What is heard is no longer known for sure: a new connection settles it.
      if (this.redis.status === 'ready') this.redis.disconnect(true);
    }
  }

  private batches(channels: readonly string[]): string[][] {
    const { slotOf } = this;
    if (slotOf === null) return batchesOf(channels);
    return [...Map.groupBy(channels, slotOf).values()].flatMap(batchesOf);
  }

  private restored(): void {
    this.wasCutOff = false;
    for (const listener of this.restoredListeners) listener();
  }
}

function batchesOf(channels: readonly string[]): string[][] {
  const all = [];
  for (let from = 0; from < channels.length; from += BATCH) all.push(channels.slice(from, from + BATCH));
  return all;
}
