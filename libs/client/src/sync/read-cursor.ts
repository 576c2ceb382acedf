import { ParleyError, type Message, type OverviewItem, type ReadCursor as Cursor } from '@parley/contracts';
import type { Value } from '../value';
import type { RoomContext } from './room-context';
import type { RoomState } from './room-state';

/** Moves and questions closer together than this become one, in milliseconds. */
const COALESCE_MS = 150;

/**
 * One's own read cursor in a room and the unread count after it. Both are shown at once and corrected by what the server answers; where the count
 * cannot be told from what is known here, the server is asked.
 */
export class ReadCursor {
  private wanted = 0;
  private due = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly roomId: string,
    private readonly context: RoomContext,
    private readonly state: Value<RoomState>,
    private readonly revision: () => number,
  ) {}

  moveTo(seq: number): void {
    const { lastReadSeq, lastSeq } = this.state.get();
    if (seq <= Math.max(lastReadSeq, this.wanted)) return;
    this.wanted = Math.min(seq, lastSeq);
    if (this.wanted >= lastSeq) this.show({ lastReadSeq: this.wanted, unreadCount: 0 });
    this.ask();
  }

  /** A message was heard for the first time. */
  heard(message: Message): void {
    const { lastReadSeq, lastSeq, unreadCount } = this.state.get();
    if (
      message.senderId === this.context.ownId() &&
      message.seq > lastReadSeq &&
      message.editedAt === null &&
      message.deletedAt === null
    ) {
      // Sending moves the sender's cursor to the message sent.
      if (message.seq >= lastSeq) this.show({ lastReadSeq: message.seq, unreadCount: 0 });
      else this.refresh();
    } else if (message.senderId !== this.context.ownId() && message.seq > lastReadSeq) {
      const isNew = message.editedAt === null && message.deletedAt === null && message.reactions.length === 0;
      if (isNew) this.show({ lastReadSeq, unreadCount: unreadCount + 1 });
      else this.refresh();
    }
  }

  /** The cursor was moved on another device. */
  movedElsewhere(lastReadSeq: number): void {
    if (lastReadSeq <= this.state.get().lastReadSeq) return;
    if (lastReadSeq >= this.state.get().lastSeq) this.show({ lastReadSeq, unreadCount: 0 });
    else this.refresh();
  }

  /** Takes the server's word. */
  take(cursor: Cursor): void {
    this.show({
      lastReadSeq: Math.max(cursor.lastReadSeq, this.state.get().lastReadSeq),
      unreadCount: cursor.unreadCount,
    });
  }

  /** Asks the server what is unread. */
  refresh(): void {
    this.ask();
  }

  /** Sends what could not be sent while there was no connection. */
  flush(): void {
    if (this.due || this.wanted > 0) this.ask();
  }

  private ask(): void {
    this.due = true;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.send();
    }, COALESCE_MS);
  }

  private async send(): Promise<void> {
    if (!this.context.isOnline()) return;
    const [asked, seenBefore] = [this.wanted, this.revision()];
    this.due = false;
    try {
      this.take(await this.context.command('room:read', { roomId: this.roomId, seq: asked }));
      if (this.wanted === asked) this.wanted = 0;
      // Something was heard while the answer was on its way: it may or may not be counted in it.
      if (this.wanted > 0 || this.revision() !== seenBefore) this.ask();
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      // Without a connection it is due again as soon as there is one; too many commands wait; what is refused for good is dropped.
      if (error.code === 'unavailable') this.due = true;
      else if (error.code === 'rate_limited') setTimeout(() => this.ask(), error.retryAfterMs ?? 1_000);
      else this.wanted = 0;
    }
  }

  private show({ lastReadSeq, unreadCount }: Cursor): void {
    const { item } = this.state.get();
    const next: OverviewItem | null = item && { ...item, lastReadSeq, unreadCount };
    this.state.patch({ item: next, lastReadSeq, unreadCount });
    if (next) this.context.itemChanged(this.roomId, next);
  }
}
