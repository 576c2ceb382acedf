import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Change } from '@parley/contracts';
import type { ChangePublisher } from './change-publisher';

/** Hands a batch on; rejects when it could not. */
export type Deliver = (changes: readonly Change[]) => Promise<void> | void;

export interface ChangeQueueOptions {
  readonly deliver: Deliver;
  /** Told of changes that were given up, because there was no room for them or their delivery failed. */
  readonly onLost: (count: number, reason: unknown) => void;
  /** Changes waiting at most; beyond it new ones are given up. */
  readonly capacity?: number;
  /** Changes handed on together at most. */
  readonly batch?: number;
}

const CAPACITY = 10_000;
const BATCH = 200;

/**
 * Publishing off the answer's path: a command leaves its changes here and answers; they are handed on in order, in batches, one batch at a time.
 */
export class ChangeQueue implements ChangePublisher {
  private waiting: Change[] = [];
  private draining: Promise<void> | undefined;

  constructor(private readonly options: ChangeQueueOptions) {}

  publish(changes: readonly Change[]): void {
    const room = Math.max(0, (this.options.capacity ?? CAPACITY) - this.waiting.length);
    this.waiting.push(...changes.slice(0, room));
    if (changes.length > room) this.options.onLost(changes.length - room, 'the queue is full');
    this.draining ??= this.drain();
  }

  /** Resolves when all that was published so far has been handed on or given up. */
  async flushed(): Promise<void> {
    while (this.draining !== undefined) await this.draining;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      // In a later turn of the event loop: first the answers go out, then the news, and between two batches whatever else has come.
      await nextTurn();
      const batch = this.waiting.splice(0, this.options.batch ?? BATCH);
      try {
        await this.options.deliver(batch);
      } catch (error) {
        this.options.onLost(batch.length, error);
      }
    }
    this.draining = undefined;
  }
}
