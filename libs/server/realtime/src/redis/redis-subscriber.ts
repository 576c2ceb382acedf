import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from '@parley/server-runtime';
import type { Redis } from 'ioredis';
import type { Subscriber } from './subscriber';

/** Channels in one command. */
const BATCH = 500;
/** What was refused is asked for again after so long, then after twice as long each time, in milliseconds. */
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 30_000;

/**
 * The listening half of the adapter's Redis. The adapter asks for one channel at a time and does not look whether it got it; here all that is
 * asked for in one turn of the event loop becomes one command, and what is wanted is remembered, so that a new connection hears all of it again.
 * Channels that Redis refuses are asked for again, ever more seldom, and the others are heard meanwhile.
 */
export class RedisSubscriber implements Subscriber {
  private readonly wanted = new Set<string>();
  private added = new Set<string>();
  private removed = new Set<string>();
  private readonly refused = new Set<string>();
  private refusals = 0;
  private isTold = false;
  private retry: NodeJS.Timeout | undefined;
  private settling: Promise<void> | undefined;
  private wasCutOff = false;
  private readonly restoredListeners = new Set<() => void>();
  private readonly movedListeners = new Set<() => void>();

  /** @param slotOf in a Cluster, where one command may name channels of one slot only: the slot of each */
  constructor(
    private readonly redis: Redis,
    private readonly log: Logger,
    private readonly slotOf: ((channel: string) => number) | null = null,
  ) {
    redis.on('close', () => {
      this.wasCutOff = true;
      // Whoever listens is to be told anew that all but what is refused is heard again.
      this.refusals = 0;
      clearTimeout(this.retry);
    });
    redis.on('ready', () => {
      this.added = new Set(this.wanted);
      this.removed.clear();
      this.refused.clear();
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
    this.forget(channel);
    this.removed.add(channel);
    this.schedule();
  }

  /** No longer wants a channel that Redis has ended by itself: to say so there would be refused. */
  forget(channel: string): void {
    this.wanted.delete(channel);
    this.added.delete(channel);
    this.refused.delete(channel);
  }

  /** Calls back when every channel is heard again after the connection was lost, but those that are refused; once more when they are heard too. */
  onRestored(listener: () => void): void {
    this.restoredListeners.add(listener);
  }

  /** Calls back when a channel was refused because another node of the Cluster has it. */
  onMoved(listener: () => void): void {
    this.movedListeners.add(listener);
  }

  /** Resolves when all that was asked for so far is heard or was refused, or when there is no Redis to hear it from. Never rejects. */
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
      const refused = await Promise.all([
        // What was not heard anyway need not be ended.
        ...this.batches(removed).map((channels) => this.ask('sunsubscribe', channels).then(() => [])),
        ...this.batches(added).map((channels) => this.ask('ssubscribe', channels)),
      ]);
      for (const channel of added) this.refused.delete(channel);
      this.judge(refused.flat());
    } catch {
      // What is heard is no longer known for sure: a new connection settles it.
      if (this.redis.status === 'ready') this.redis.disconnect(true);
    }
  }

  /** Answers the channels where they were refused. @throws Error where there was no answer */
  private async ask(command: 'ssubscribe' | 'sunsubscribe', channels: readonly string[]): Promise<readonly string[]> {
    try {
      await this.redis[command](...channels);
      return [];
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ReplyError') throw error;
      // One that may not be heard has the whole command refused: the others are to be heard all the same.
      if (error.message.startsWith('NOPERM') && channels.length > 1) {
        const middle = Math.ceil(channels.length / 2);
        const halves = [channels.slice(0, middle), channels.slice(middle)];
        return (await Promise.all(halves.map((half) => this.ask(command, half)))).flat();
      }
      if (error.message.startsWith('MOVED')) for (const listener of this.movedListeners) listener();
      // A slot that has moved is nothing to tell of; whatever else it is will be so again, and is told once.
      else if (!this.isTold) {
        this.isTold = true;
        this.log.warn({ err: error, channels: channels.length }, 'Redis refuses channels');
      }
      return channels;
    }
  }

  private judge(refused: readonly string[]): void {
    for (const channel of refused) if (this.wanted.has(channel)) this.refused.add(channel);
    const isWhole = this.refused.size === 0;
    if (this.wasCutOff && (isWhole || this.refusals === 0)) for (const listener of this.restoredListeners) listener();
    if (isWhole) {
      if (this.isTold) this.log.info('Redis refuses no channel any more');
      this.isTold = false;
      this.wasCutOff = false;
      this.refusals = 0;
    } else if (refused.length > 0) this.askAgainLater();
  }

  private askAgainLater(): void {
    clearTimeout(this.retry);
    const ms = Math.min(FIRST_RETRY_MS * 2 ** this.refusals++, LONGEST_RETRY_MS) * (0.5 + Math.random() / 2);
    this.retry = setTimeout(() => {
      // They stay among those that are refused until they are heard.
      for (const channel of this.refused) this.added.add(channel);
      this.schedule();
    }, ms).unref();
  }

  private batches(channels: readonly string[]): string[][] {
    const { slotOf } = this;
    if (slotOf === null) return batchesOf(channels);
    return [...Map.groupBy(channels, slotOf).values()].flatMap(batchesOf);
  }
}

function batchesOf(channels: readonly string[]): string[][] {
  const all = [];
  for (let from = 0; from < channels.length; from += BATCH) all.push(channels.slice(from, from + BATCH));
  return all;
}
