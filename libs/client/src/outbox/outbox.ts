import { errorTable, ParleyError, type Message } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { backoffMs } from '../socket/backoff';
import { Value, type Readable } from '../value';
import type { OutboxEntry, OutboxStore } from './outbox-entry';

export interface OutboxOptions {
  store: OutboxStore;
  /** Sends one message. @throws ParleyError */
  send: (entry: OutboxEntry) => Promise<Message>;
  /** Told of each message that was acknowledged, before its entry leaves the outbox. */
  delivered: (message: Message) => void;
  online: () => boolean;
  /** The signed-in user's id. */
  ownId: () => string;
  random: () => number;
}

/** Unsent messages that one client keeps; one more is refused with `rate_limited`. */
export const OUTBOX_LIMIT = 500;

/**
 * Messages on their way, in order within each room: one of a room is under way at a time. What breaks on the way is sent again with the same
 * `clientMessageId`, so that however often it is sent it is one message. What the server refuses stays, failed, and lets the next ones pass.
 */
export class Outbox {
  private readonly current: Value<readonly OutboxEntry[]>;
  private readonly busy = new Set<string>();
  private readonly attempts = new Map<string, number>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly options: OutboxOptions) {
    // What was under way when the page went is not known to have arrived: it is sent again.
    this.current = new Value<readonly OutboxEntry[]>(
      options.store
        .load()
        .map((entry) => (entry.status === 'sending' ? { ...entry, status: 'waiting' as const } : entry)),
    );
    this.current.subscribe((entries) => options.store.save(entries));
  }

  get entries(): Readable<readonly OutboxEntry[]> {
    return this.current;
  }

  add(roomId: string, text: string): OutboxEntry {
    if (this.current.get().length >= OUTBOX_LIMIT)
      throw new ParleyError('rate_limited', 'Too many messages are waiting to be sent.');
    const entry: OutboxEntry = {
      clientMessageId: uuidv7(),
      roomId,
      senderId: this.options.ownId(),
      text,
      queuedAt: Date.now(),
      status: 'waiting',
      error: null,
    };
    this.current.set([...this.current.get(), entry]);
    this.pump(roomId);
    return entry;
  }

  /** Sends a failed message again. */
  retry(clientMessageId: string): void {
    const entry = this.find(clientMessageId);
    if (entry?.status !== 'failed') return;
    this.update(clientMessageId, { status: 'waiting', error: null });
    this.pump(entry.roomId);
  }

  /** Forgets a message that is not under way. */
  discard(clientMessageId: string): void {
    if (this.find(clientMessageId)?.status !== 'sending') this.drop(clientMessageId);
  }

  /** The message has arrived, whoever told: an acknowledgement or a fact that overtook it. */
  settle(message: Message): void {
    this.drop(message.clientMessageId);
  }

  /** The connection stands again: whatever waits goes now. */
  flush(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.attempts.clear();
    for (const roomId of new Set(this.current.get().map((entry) => entry.roomId))) this.pump(roomId);
  }

  /** Forgets what others left behind on this device; with nobody named, everything. */
  keepOnly(senderId: string | null): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    const kept = this.current.get().filter((entry) => entry.senderId === senderId);
    if (kept.length < this.current.get().length) this.current.set(kept);
  }

  private pump(roomId: string): void {
    if (this.busy.has(roomId) || this.timers.has(roomId) || !this.options.online()) return;
    const next = this.current.get().find((entry) => entry.roomId === roomId && entry.status === 'waiting');
    if (!next) return;
    this.busy.add(roomId);
    this.update(next.clientMessageId, { status: 'sending' });
    void this.deliver(next).finally(() => {
      this.busy.delete(roomId);
      this.pump(roomId);
    });
  }

  private async deliver(entry: OutboxEntry): Promise<void> {
    try {
      const message = await this.options.send(entry);
      this.attempts.delete(entry.roomId);
      this.options.delivered(message);
      this.drop(entry.clientMessageId);
    } catch (error) {
      const failure =
        error instanceof ParleyError
          ? error
          : new ParleyError('unavailable', 'The message could not be sent.', { cause: error });
      if (!errorTable[failure.code].retry && failure.code !== 'unauthenticated') {
        this.update(entry.clientMessageId, { status: 'failed', error: failure.toWire() });
        return;
      }
      this.update(entry.clientMessageId, { status: 'waiting' });
      this.later(entry.roomId, failure.retryAfterMs);
    }
  }

  private later(roomId: string, retryAfterMs = 0): void {
    const attempt = this.attempts.get(roomId) ?? 0;
    this.attempts.set(roomId, attempt + 1);
    const wait = backoffMs(attempt, { baseMs: 500, capMs: 15_000, random: this.options.random });
    this.timers.set(
      roomId,
      setTimeout(
        () => {
          this.timers.delete(roomId);
          this.pump(roomId);
        },
        Math.max(wait, retryAfterMs),
      ),
    );
  }

  private find(clientMessageId: string): OutboxEntry | undefined {
    return this.current.get().find((entry) => entry.clientMessageId === clientMessageId);
  }

  private update(clientMessageId: string, changes: Partial<OutboxEntry>): void {
    this.current.set(
      this.current.get().map((entry) => (entry.clientMessageId === clientMessageId ? { ...entry, ...changes } : entry)),
    );
  }

  private drop(clientMessageId: string): void {
    const entries = this.current.get();
    if (entries.some((entry) => entry.clientMessageId === clientMessageId)) {
      this.current.set(entries.filter((entry) => entry.clientMessageId !== clientMessageId));
    }
  }
}
