import type { Message } from '@parley/contracts';
import type { MessageLog } from './message-log';

/** Messages that were passed over, both ends included: so much was missed at once that the newest were loaded instead. They can be had as history. */
export interface Skipped {
  readonly from: number;
  readonly to: number;
}

export type MessageListener = (message: Message, skipped: Skipped | null) => void;

interface Reader {
  readonly listener: MessageListener;
  /** The last seq handed out; null until it is known where to begin. */
  last: number | null;
}

/** Hands on each message once, in order of `seq`: for programs that act on messages rather than show them. */
export class HandOut {
  private readonly readers = new Set<Reader>();

  /** `log` answers the room's present log: leaving the room and coming back begins a new one. */
  constructor(private readonly log: () => MessageLog) {}

  /** Whether nobody waits for messages. */
  get isIdle(): boolean {
    return this.readers.size === 0;
  }

  /** Begins after a seq, or with what comes after the newest message there is now. Answers the function that ends it. */
  add(listener: MessageListener, after?: number): () => void {
    const reader: Reader = { listener, last: after ?? null };
    this.readers.add(reader);
    this.update();
    return () => this.readers.delete(reader);
  }

  /** The log has changed. */
  update(): void {
    if (!this.log().isFollowing) return;
    for (const reader of [...this.readers]) this.hand(reader);
  }

  private hand(reader: Reader): void {
    const log = this.log();
    reader.last ??= log.last;
    while (reader.last < log.last && this.readers.has(reader)) {
      const seq = Math.max(reader.last + 1, log.first);
      const message = log.find(seq);
      if (!message) return;
      const skipped = seq > reader.last + 1 ? { from: reader.last + 1, to: seq - 1 } : null;
      reader.last = seq;
      reader.listener(message, skipped);
    }
  }
}
