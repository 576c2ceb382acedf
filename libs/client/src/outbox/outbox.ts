import { errorTable, ParleyError, type Message } from '@parley/contracts';
import { withDeadline, type Machine } from '../machine';
import { backoffMs } from '../socket/backoff';
import { Value, type Readable } from '../value';
import type { OutboxEntry } from './outbox-entry';
import type { OutboxStore } from './outbox-store';
import { STORE_MS, StoreWriter } from './store-writer';

export interface OutboxOptions {
  store: OutboxStore;
  machine: Machine;
  /** Sends one message. @throws ParleyError */
  send: (entry: OutboxEntry) => Promise<Message>;
  /** Told of each message that was acknowledged, before its entry leaves the outbox. */
  delivered: (message: Message) => void;
  online: () => boolean;
  /** The signed-in user's id. */
  ownId: () => string;
  /** Told of what should not happen: a store that fails. */
  defect: (error: unknown) => void;
}

/** Unsent messages that one client keeps; one more is refused with `rate_limited`. */
export const OUTBOX_LIMIT = 500;

const WAITING = { baseMs: 500, capMs: 15_000 };

/**
 * Messages on their way, in order within each room: one of a room is under way at a time. What breaks on the way is sent again with the same
 * `clientMessageId`, so that however often it is sent it is one message. What the server refuses stays, failed, and lets the next ones pass.
 */
export class Outbox {
  private readonly current = new Value<readonly OutboxEntry[]>([]);
  private readonly busy = new Set<string>();
  private readonly attempts = new Map<string, number>();
  private readonly pauses = new Map<string, () => void>();
  private readonly writer: StoreWriter;
  /** Whether what earlier programs left has been taken up: it goes first. */
  private ready = false;

  constructor(private readonly options: OutboxOptions) {
    this.writer = new StoreWriter(options.store, options.machine, options.defect);
  }

  get entries(): Readable<readonly OutboxEntry[]> {
    return this.current;
  }

  add(roomId: string, text: string, replyToSeq?: number): OutboxEntry {
    const entries = this.current.get();
    if (entries.length >= OUTBOX_LIMIT)
      throw new ParleyError('rate_limited', 'Too many messages are waiting to be sent.');
    const entry: OutboxEntry = {
      clientMessageId: this.options.machine.newId(),
      roomId,
      senderId: this.options.ownId(),
      text,
      ...(replyToSeq === undefined ? {} : { replyToSeq }),
      place: 1 + entries.reduce((last, { place }) => Math.max(last, place), 0),
      queuedAt: this.options.machine.now(),
      status: 'waiting',
      error: null,
    };
    this.writer.save(entry);
    this.current.set([...entries, entry]);
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

  /** The connection stands again: whatever waits goes now, and what other programs left meanwhile with it. */
  flush(): void {
    for (const stop of this.pauses.values()) stop();
    this.pauses.clear();
    this.attempts.clear();
    if (this.ready) this.pumpAll();
    void this.takeUp();
  }

  /** Takes up what programs left that are gone: first of all what was under way when this one went. Never rejects. */
  async takeUp(): Promise<void> {
    const { store, machine, defect } = this.options;
    try {
      // What a slow store answers late is taken up late: nothing waits for it longer than the deadline.
      await withDeadline(
        machine,
        STORE_MS,
        store.claim().then((left) => this.merge(left)),
      );
    } catch (error) {
      defect(error);
    }
    this.ready = true;
    this.pumpAll();
  }

  private merge(left: readonly OutboxEntry[]): void {
    const ownId = this.options.ownId();
    const known = new Set(this.current.get().map((entry) => entry.clientMessageId));
    const news = left.filter((entry) => !known.has(entry.clientMessageId));
    // Somebody else's are forgotten; where nobody is signed in that shows when somebody is.
    const kept = news.filter((entry) => ownId === '' || entry.senderId === ownId);
    for (const entry of news) if (!kept.includes(entry)) this.writer.remove(entry.clientMessageId);
    if (kept.length === 0) return;
    const waiting = kept
      // What was under way is not known to have arrived: it is sent again.
      .map((entry) => (entry.status === 'sending' ? { ...entry, status: 'waiting' as const } : entry))
      .sort((a, b) => a.place - b.place);
    this.current.set([...waiting, ...this.current.get()]);
    if (this.ready) this.pumpAll();
  }

  /** Forgets what is not this member's; with nobody named, everything. */
  keepOnly(senderId: string | null): void {
    for (const stop of this.pauses.values()) stop();
    this.pauses.clear();
    for (const entry of this.current.get()) if (entry.senderId !== senderId) this.drop(entry.clientMessageId);
  }

  private pumpAll(): void {
    for (const roomId of new Set(this.current.get().map((entry) => entry.roomId))) this.pump(roomId);
  }

  private pump(roomId: string): void {
    if (!this.ready || this.busy.has(roomId) || this.pauses.has(roomId) || !this.options.online()) return;
    const next = this.current.get().find((entry) => entry.roomId === roomId && entry.status === 'waiting');
    if (!next) return;
    this.busy.add(roomId);
    this.update(next.clientMessageId, { status: 'sending' });
    void this.deliver(next).then(() => {
      this.busy.delete(roomId);
      this.pump(roomId);
    });
  }

  /** Never rejects. */
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
    const { machine } = this.options;
    const attempt = this.attempts.get(roomId) ?? 0;
    this.attempts.set(roomId, attempt + 1);
    const wait = backoffMs(attempt, { ...WAITING, random: () => machine.random() });
    const resume = (): void => {
      this.pauses.delete(roomId);
      this.pump(roomId);
    };
    this.pauses.set(roomId, machine.after(Math.max(wait, retryAfterMs), resume));
  }

  private find(clientMessageId: string): OutboxEntry | undefined {
    return this.current.get().find((entry) => entry.clientMessageId === clientMessageId);
  }

  private update(clientMessageId: string, changes: Partial<OutboxEntry>): void {
    const known = this.find(clientMessageId);
    if (!known) return;
    const entry = { ...known, ...changes };
    // Whether it waits or is under way is the same to whoever takes it up later.
    if (entry.status === 'failed' || known.status === 'failed') this.writer.save(entry);
    this.current.set(this.current.get().map((each) => (each === known ? entry : each)));
  }

  private drop(clientMessageId: string): void {
    if (!this.find(clientMessageId)) return;
    this.writer.remove(clientMessageId);
    this.current.set(this.current.get().filter((entry) => entry.clientMessageId !== clientMessageId));
  }
}
