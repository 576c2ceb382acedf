import { ParleyError, type Message } from '@parley/contracts';
import type { OutboxEntry } from '../outbox/outbox-entry';
import type { MessageListener } from './hand-out';
import { SyncedRoom } from './synced-room';

/** One room as a program uses it: what it shows is in `state`, and stays in step by itself. */
export class Room extends SyncedRoom {
  private opening: Promise<void> | null = null;
  private inView = false;

  /** Whether somebody looks at it: from `open` to `close`. */
  get isInView(): boolean {
    return this.inView;
  }

  /** Loads what a view of the room needs: its item, and the page with the first unread message or the newest. Never rejects: see `state`. */
  open(): Promise<void> {
    this.inView = true;
    if (this.opening) return this.opening;
    const opening: Promise<void> = this.load().finally(() => {
      if (this.opening === opening) this.opening = null;
    });
    return (this.opening = opening);
  }

  override leave(): void {
    // What is being loaded is of a room that the caller is out of: who opens it again begins anew.
    this.opening = null;
    super.leave();
  }

  loadOlder(): Promise<void> {
    return this.history.loadOlder(this.current);
  }

  loadNewer(): Promise<void> {
    return this.history.loadNewer(this.current);
  }

  async loadNewest(): Promise<void> {
    if (!this.isMissing) await this.history.loadNewest();
  }

  async loadAround(seq: number): Promise<void> {
    if (!this.isMissing) await this.history.loadAround(seq);
  }

  /** The place of the first message at or after a moment, in milliseconds of the epoch; one after the last where there is none. @throws ParleyError */
  seqSince(since: number): Promise<number> {
    return this.history.seqSince(since, this.current.get().lastSeq);
  }

  /**
   * Puts a message on its way; it shows in `pending` at once. `replyToSeq` is the place of the message that it answers.
   * @throws ParleyError `rate_limited` where too many wait already.
   */
  send(text: string, replyToSeq?: number): OutboxEntry {
    this.typing.stop();
    const entry = this.context.outbox.add(this.id, text, replyToSeq);
    // Where the newest cannot be had now, it is had later: the message itself is on its way.
    if (this.history.log.hasAfter) this.loadNewest().catch((error: unknown) => this.tell(error));
    return entry;
  }

  /**
   * Calls back for each message once, in order of `seq`, from the one after `after` on; without it, from the first that comes after those there are now.
   * Needs the room open. Where so many were missed that the newest were loaded instead, the first of them tells which were passed over.
   */
  onMessage(listener: MessageListener, after?: number): () => void {
    return this.handOut.add(listener, after);
  }

  retry(clientMessageId: string): void {
    this.context.outbox.retry(clientMessageId);
  }

  discard(clientMessageId: string): void {
    this.context.outbox.discard(clientMessageId);
  }

  async edit(seq: number, text: string): Promise<Message> {
    const message = await this.context.command('message:edit', { roomId: this.id, seq, text });
    this.hear(message);
    return message;
  }

  async remove(seq: number): Promise<Message> {
    const message = await this.context.command('message:delete', { roomId: this.id, seq });
    this.hear(message);
    return message;
  }

  /** Reacts to a message with one emoji, or takes that back. @throws ParleyError `conflict` on a deleted message and where there are too many. */
  async react(seq: number, emoji: string, on: boolean): Promise<Message> {
    const message = await this.context.command('message:react', { roomId: this.id, seq, emoji, on });
    this.hear(message);
    return message;
  }

  /** Says that everything up to `seq` was seen. Coalesced, never back, and sent later where there is no connection. */
  markRead(seq: number): void {
    this.cursor.moveTo(seq);
  }

  setTyping(active: boolean): void {
    this.typing.set(active);
  }

  close(): void {
    this.inView = false;
    this.typing.stop();
    this.current.patch({ firstUnreadSeq: null });
  }

  /** Who looks at the room sees it again. */
  protected override cameBack(): void {
    if (this.inView) void this.open();
  }

  private async load(): Promise<void> {
    const { leavings } = this;
    const isOver = (): boolean => leavings !== this.leavings;
    try {
      if (!this.current.get().item) {
        const item = await this.context.fetchItem(this.id);
        if (isOver()) return;
        this.takeItem(item);
      }
      const { unreadCount, lastReadSeq } = this.current.get();
      const firstUnread = unreadCount > 0 ? lastReadSeq + 1 : null;
      await this.history.start(firstUnread);
      if (isOver()) return;
      this.current.patch({ status: 'ready', error: null, firstUnreadSeq: firstUnread });
    } catch (error) {
      this.tell(error);
      if (isOver()) return;
      const shown =
        error instanceof ParleyError ? error : new ParleyError('unavailable', 'The room could not be loaded.');
      if (shown.code === 'not_found') this.context.left(this.id);
      else this.current.patch({ status: this.history.log.loaded ? 'ready' : 'error', error: shown });
    }
  }
}
