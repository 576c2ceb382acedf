import {
  errorTable,
  limits,
  ParleyError,
  type Message,
  type OverviewItem,
  type ReadCursor as Cursor,
} from '@parley/contracts';
import { backoffMs } from '../socket/backoff';
import type { Value } from '../value';
import type { RoomContext } from './room-context';
import type { RoomState } from './room-state';

/** Moves and questions closer together than this become one, in milliseconds. */
const COALESCE_MS = 150;
/** An answer may already count a message whose fact is still on its way: for so long after it nothing is added up here, in milliseconds. */
const UNCERTAIN_MS = 10_000;
const WAITING = { baseMs: 1_000, capMs: 15_000 };

/** What the cursor needs to know of the room's log. */
export interface Known {
  /** The revision up to which nothing is missing. */
  revision(): number;
  /** How many messages by others follow this seq, where the log holds them all; otherwise null. */
  unreadAfter(seq: number): number | null;
}

/**
 * One's own read cursor in a room and the unread count after it. Both are shown at once and corrected by what the server answers. The count is taken
 * from the log where that holds every message after the cursor; where it cannot be told from what is known here, the server is asked.
 */
export class ReadCursor {
  private wanted = 0;
  private due = false;
  private attempt = 0;
  private uncertainUntil = Number.NEGATIVE_INFINITY;
  private stopTimer: (() => void) | undefined;
  private asking = false;

  constructor(
    private readonly roomId: string,
    private readonly context: RoomContext,
    private readonly state: Value<RoomState>,
    private readonly known: Known,
  ) {}

  moveTo(seq: number): void {
    const { lastReadSeq, lastSeq, unreadCount } = this.state.get();
    if (seq <= Math.max(lastReadSeq, this.wanted)) return;
    this.wanted = Math.min(seq, lastSeq);
    const unread = this.wanted >= lastSeq ? 0 : this.known.unreadAfter(this.wanted);
    if (unread !== null) this.show({ lastReadSeq: Math.max(this.wanted, lastReadSeq), unreadCount: unread });
    else this.show({ lastReadSeq, unreadCount });
    this.ask();
  }

  /** A message was heard for the first time. */
  heard(message: Message): void {
    const { lastReadSeq, lastSeq, unreadCount } = this.state.get();
    if (message.seq <= lastReadSeq) return;
    if (message.senderId === this.context.ownId()) {
      // Sending moves the sender's cursor to the message sent.
      this.reached(message.seq, lastSeq);
      return;
    }
    const isNew = message.editedAt === null && message.deletedAt === null && message.reactions.length === 0;
    if (this.recount()) return;
    if (isNew && this.context.machine.now() >= this.uncertainUntil)
      this.show({ lastReadSeq, unreadCount: unreadCount + 1 });
    else this.ask();
  }

  /** The cursor was moved on another device. */
  movedElsewhere(lastReadSeq: number): void {
    if (lastReadSeq > this.state.get().lastReadSeq) this.reached(lastReadSeq, this.state.get().lastSeq);
  }

  /** Takes the server's word. */
  take(cursor: Cursor): void {
    this.show({
      lastReadSeq: Math.max(cursor.lastReadSeq, this.state.get().lastReadSeq),
      unreadCount: cursor.unreadCount,
    });
  }

  /** The server says where the cursor stands, as of a revision of the room. Where it is behind what was read here, what told of that was lost. */
  serverIsAt(cursor: Cursor, asOf: number): void {
    const { lastReadSeq } = this.state.get();
    if (cursor.lastReadSeq < lastReadSeq) return this.serverIsBehind();
    this.show(cursor);
    if (this.known.revision() !== asOf) this.refresh();
  }

  /** The server has not heard how far was read here: it is told again, unless that is under way. */
  serverIsBehind(): void {
    if (!this.asking && !this.due) this.ask();
  }

  /** Finds out again what is unread: from the log where that can tell, otherwise from the server. */
  refresh(): void {
    if (!this.recount()) this.ask();
  }

  /** Counts in the log what is unread. Answers whether the log could tell. */
  recount(): boolean {
    const { lastReadSeq, unreadCount } = this.state.get();
    const counted = this.known.unreadAfter(lastReadSeq);
    if (counted === null) return false;
    if (counted !== unreadCount) this.show({ lastReadSeq, unreadCount: counted });
    return true;
  }

  /** The caller is out of the room: nothing of what was read is to be told any more. */
  forget(): void {
    this.stopTimer?.();
    this.stopTimer = undefined;
    this.wanted = 0;
    this.due = false;
    this.attempt = 0;
    this.uncertainUntil = Number.NEGATIVE_INFINITY;
  }

  /** Sends what could not be sent while there was no connection. */
  flush(): void {
    this.attempt = 0;
    if (this.due || this.wanted > 0) this.ask();
  }

  private reached(lastReadSeq: number, lastSeq: number): void {
    if (lastReadSeq >= lastSeq) return this.show({ lastReadSeq, unreadCount: 0 });
    this.show({ lastReadSeq, unreadCount: this.state.get().unreadCount });
    if (this.known.unreadAfter(lastReadSeq) === null) this.ask();
  }

  private ask(afterMs = COALESCE_MS): void {
    this.due = true;
    this.stopTimer ??= this.context.machine.after(afterMs, () => {
      this.stopTimer = undefined;
      void this.send();
    });
  }

  /** Never rejects. */
  private async send(): Promise<void> {
    // One question at a time: two answers could come in the wrong order.
    if (this.asking || !this.context.isOnline()) return;
    const { machine } = this.context;
    // What is shown as read is asked for as well: where the server knows of it, that changes nothing.
    const [asked, seenBefore] = [Math.max(this.wanted, this.state.get().lastReadSeq), this.known.revision()];
    this.due = false;
    this.asking = true;
    let again: number | null = null;
    try {
      const cursor = await this.context.command('room:read', { roomId: this.roomId, seq: asked });
      this.uncertainUntil = machine.now() + UNCERTAIN_MS;
      this.attempt = 0;
      this.take(cursor);
      if (this.wanted <= asked) this.wanted = 0;
      // Something was heard while the answer was on its way: it may or may not be counted in it.
      if (this.wanted > 0 || this.due || (this.known.revision() !== seenBefore && !this.recount())) again = COALESCE_MS;
    } catch (error) {
      if (!(error instanceof ParleyError)) this.context.defect(error);
      else if (errorTable[error.code].retry || error.code === 'unauthenticated') {
        again = (error.retryAfterMs ?? 0) + backoffMs(this.attempt++, { ...WAITING, random: () => machine.random() });
      } else {
        if (this.wanted <= asked) this.wanted = 0;
        if (this.wanted > 0 || this.due) again = COALESCE_MS;
      }
    }
    this.asking = false;
    if (again !== null) this.ask(again);
  }

  private show({ lastReadSeq, unreadCount }: Cursor): void {
    const { item } = this.state.get();
    const counted = Math.min(this.known.unreadAfter(lastReadSeq) ?? unreadCount, limits.unreadExact + 1);
    const next: OverviewItem | null = item && { ...item, lastReadSeq, unreadCount: counted };
    this.state.patch({ item: next, lastReadSeq, unreadCount: counted });
    if (next) this.context.itemChanged(this.roomId, next);
  }
}
