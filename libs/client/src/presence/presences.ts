import { errorTable, limits, ParleyError, type Presence } from '@parley/contracts';
import { backoffMs } from '../socket/backoff';
import { Value, type Readable } from '../value';
import { OwnPresence, type PresenceOptions } from './own-presence';

/** Changes of who is watched closer together than this become one question, in milliseconds. */
const GATHER_MS = 100;
/** How long what was heard on a connection that is gone still counts, in milliseconds: a short break shows nothing. */
const STALE_MS = 10_000;
const WAITING = { baseMs: 1_000, capMs: 30_000 };

/**
 * Who of the people that a program watches is there, kept up to date for as long as they are watched, over every reconnect; and whether this device
 * is in use itself. The server tells it of at most `limits.presenceWatched` people at once: of more, those asked for last.
 */
export class Presences {
  /** How many want to know of somebody, the latest asked for last. */
  private readonly wanted = new Map<string, number>();
  private readonly current = new Value<ReadonlyMap<string, Presence>>(new Map());
  private readonly own: OwnPresence;
  /** Whom the server tells of on this connection. */
  private told: ReadonlySet<string> = new Set();
  /** Counts connections: what an earlier one answers is old news. */
  private turn = 0;
  private attempt = 0;
  private asking = false;
  private due = false;
  private stopTimer: (() => void) | undefined;
  private stopExpiry: (() => void) | undefined;

  constructor(private readonly options: PresenceOptions) {
    this.own = new OwnPresence(options);
  }

  /**
   * Watched people by id, those of whom something is known. Whoever hides their presence is `offline` with `lastSeenAt: null`, as is somebody who
   * was never here.
   */
  get people(): Readable<ReadonlyMap<string, Presence>> {
    return this.current;
  }

  /** Watches these people, besides those whom others watch. Answers the function that ends it. */
  watch(userIds: Iterable<string>): () => void {
    const mine = new Set(userIds);
    for (const userId of mine) {
      const count = this.wanted.get(userId) ?? 0;
      this.wanted.delete(userId);
      this.wanted.set(userId, count + 1);
    }
    this.later(GATHER_MS);
    return () => {
      for (const userId of mine) this.release(userId);
      mine.clear();
    };
  }

  /** Somebody uses this device: a key, a pointer. Once it was called, a device that is not used for five minutes is away. */
  used(): void {
    this.own.used();
  }

  /** Takes a fact. */
  hear(presence: Presence): void {
    const { userId } = presence;
    if (this.wanted.has(userId)) this.current.set(new Map(this.current.get()).set(userId, presence));
  }

  /** A new connection stands: it tells of nobody yet. */
  online(): void {
    this.turn++;
    this.told = new Set();
    this.attempt = 0;
    this.stopExpiry?.();
    this.stopExpiry = undefined;
    this.own.online();
    this.later(0);
  }

  /** The connection is gone: nobody tells of anybody, and what was told is soon worth nothing. */
  offline(): void {
    if (this.current.get().size === 0) return;
    this.stopExpiry ??= this.options.machine.after(STALE_MS, () => this.current.set(new Map()));
  }

  /** The session is over. Who watches goes on doing so, should another begin. */
  clear(): void {
    this.own.clear();
    if (this.current.get().size > 0) this.current.set(new Map());
  }

  private release(userId: string): void {
    const count = this.wanted.get(userId) ?? 0;
    if (count > 1) this.wanted.set(userId, count - 1);
    else if (this.wanted.delete(userId)) this.later(GATHER_MS);
  }

  private later(waitMs: number): void {
    this.due = true;
    if (!this.options.isOnline() || this.asking) return;
    this.stopTimer ??= this.options.machine.after(waitMs, () => {
      this.stopTimer = undefined;
      void this.ask();
    });
  }

  /** One question at a time, since each replaces the one before. Never rejects. */
  private async ask(): Promise<void> {
    // What waits for a connection, or for the answer under way, is asked after it.
    if (this.asking || !this.options.isOnline()) return;
    const { turn } = this;
    const userIds = [...this.wanted.keys()].slice(-limits.presenceWatched);
    this.due = false;
    if (userIds.length === this.told.size && userIds.every((userId) => this.told.has(userId))) {
      // On a new connection there may be nobody left to ask for, and still be somebody who was heard of on the last.
      this.keep([...this.current.get().values()]);
      return;
    }
    this.asking = true;
    let wait = GATHER_MS;
    try {
      const { presences } = await this.options.command('presence:watch', { userIds });
      // The answer is as new as all that was told before it.
      if (turn === this.turn) this.take(new Set(userIds), presences);
    } catch (error) {
      if (!(error instanceof ParleyError)) this.options.defect(error);
      else if (turn === this.turn && (errorTable[error.code].retry || error.code === 'conflict')) {
        this.due = true;
        wait = (error.retryAfterMs ?? 0) + this.pause();
      }
      // What is refused for good is asked again only once others are wanted.
    }
    this.asking = false;
    if (this.due) this.later(wait);
  }

  private take(told: ReadonlySet<string>, presences: readonly Presence[]): void {
    this.told = told;
    this.attempt = 0;
    this.keep(presences);
  }

  /** Of these, those who are wanted are what is known; of nobody else is anything. */
  private keep(presences: readonly Presence[]): void {
    const wanted = presences.filter(({ userId }) => this.wanted.has(userId));
    if (wanted.length === 0 && this.current.get().size === 0) return;
    this.current.set(new Map(wanted.map((presence) => [presence.userId, presence])));
  }

  private pause(): number {
    const { machine } = this.options;
    return backoffMs(this.attempt++, { ...WAITING, random: () => machine.random() });
  }
}
