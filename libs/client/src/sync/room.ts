import { ParleyError, type Message, type ReadCursor } from '@parley/contracts';
import type { OutboxEntry } from '../outbox/outbox-entry';
import type { MessageListener } from './hand-out';
import { emptyRoomState, firstUnreadOf } from './room-state';
import { SyncedRoom } from './synced-room';

/** One room as a program uses it: what it shows is in `state`, and stays in step by itself. */
export class Room extends SyncedRoom {
  private opening: Promise<void> | null = null;
  private inView = false;
  /** Whether it was opened where one has to begin, since somebody looks at it: from then on it is theirs where they read. */
  private hasBegun = false;
  /** When somebody looked at it last, in milliseconds of the epoch. */
  lookedAt = 0;

  /** Whether somebody looks at it: from `open` to `close`. */
  override get isInView(): boolean {
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

  /** Whether history is here that nobody looks at or waits for. */
  get canRest(): boolean {
    const { log } = this.history;
    // What is being opened counts on the history that it found; whoever opens the room meanwhile is given the same promise.
    if (this.opening) return false;
    return log.loaded && !this.isInView && this.handOut.isIdle && !log.isAwaitingPage;
  }

  /** Lets go of the history: whoever opens the room loads it again. What the overview shows stays in step. */
  rest(): void {
    if (!this.canRest) return;
    this.history = this.newHistory();
    const { messages, hasBefore, hasAfter } = emptyRoomState;
    this.current.patch({ status: 'loading', messages, hasBefore, hasAfter });
  }

  /** Takes where a sync says that the caller has read to, in a room that it answered up to a revision. */
  takeRead(cursor: ReadCursor, asOf: number): void {
    if (!this.isMissing && this.current.get().item) this.cursor.serverIsAt(cursor, asOf);
  }

  /** How far the caller has read, as far as is known here; null where nothing is known of the room. */
  get lastReadSeq(): number | null {
    const { item, lastReadSeq } = this.current.get();
    return item && lastReadSeq;
  }

  override leave(): void {
    // What is being loaded is of a room that the caller is out of: who opens it again begins anew.
    this.opening = null;
    this.hasBegun = false;
    super.leave();
  }

  /** Loads the page before what there is. All of it is kept until `close`, or for as long as `holdFrom` says. */
  async loadOlder(): Promise<void> {
    const { history } = this;
    const hold = (): void => {
      if (history !== this.history || !this.inView || !history.log.loaded) return;
      this.heldFrom = Math.min(this.heldFrom ?? Infinity, history.log.first);
    };
    // Before as well: the page is shown, and what is too much let go of, before the answer comes to here.
    hold();
    await history.loadOlder(this.current);
    hold();
  }

  /**
   * Says which is the first message in view: it and what follows it are kept, however much comes. Without it the newest 2,000 at least are, and what
   * was paged back to. What was let go of comes again by `loadOlder`.
   */
  holdFrom(seq: number): void {
    if (this.inView) this.heldFrom = seq;
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

  /** Says anew which is the first unread message, for who has to go on there: `firstUnreadSeq`. */
  beginAtUnread(): void {
    const { log } = this.history;
    const firstUnread = firstUnreadOf(this.current.get());
    // Of what is not kept any more nothing is unread.
    const isCut = firstUnread !== null && log.loaded && !log.hasBefore;
    this.current.patch({ firstUnreadSeq: isCut ? Math.max(firstUnread, log.first) : firstUnread });
  }

  /** Too much was missed: whoever looks at the newest goes on where it begins, and is not carried off; who reads elsewhere stays there. */
  override async startAgain(): Promise<void> {
    const { isFollowing } = this.history.log;
    await super.startAgain();
    if (this.inView && isFollowing) this.beginAtUnread();
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
   * Calls back for each message once, in order of `seq`, from the one after `after` on; without it, from the first that comes after those there are now, as
   * far as the room is known.
   * Needs the room open, whose view is at the newest messages then, however many are unread. Where so many were missed that the newest were loaded instead, the first of them tells which were passed over.
   */
  onMessage(listener: MessageListener, after?: number): () => void {
    const { log } = this.history;
    // A view may have been opened elsewhere: what is there now is more than it shows.
    const isElsewhere = log.loaded ? !log.isFollowing : this.opening !== null && this.current.get().item !== null;
    const end = this.handOut.add(listener, after ?? (isElsewhere ? this.current.get().lastSeq : undefined));
    this.readOn();
    return end;
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
    this.hasBegun = false;
    this.heldFrom = null;
    this.lookedAt = this.context.machine.now();
    this.typing.stop();
    this.current.patch({ firstUnreadSeq: null });
    this.readOn();
    this.context.closed();
  }

  /** Who looks at the room sees it again. */
  protected override cameBack(): void {
    if (this.inView) void this.open();
  }

  override online(): void {
    super.online();
    this.readOn();
  }

  /** Whoever is handed each message needs a run that goes on to the newest, whatever page was looked at. Where it cannot be had now, it is asked for with the next connection. */
  private readOn(): void {
    const { log } = this.history;
    if (this.handOut.isIdle || !log.loaded || log.isFollowing) return;
    this.loadNewest().catch((error: unknown) => this.tell(error));
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
      const firstUnread = firstUnreadOf(this.current.get());
      await this.history.start(this.handOut.isIdle ? firstUnread : null, this.hasBegun);
      if (isOver()) return;
      this.hasBegun = this.inView;
      this.readOn();
      this.current.patch({ status: 'ready', error: null });
      this.beginAtUnread();
    } catch (error) {
      this.tell(error);
      if (isOver()) return;
      const shown =
        error instanceof ParleyError ? error : new ParleyError('unavailable', 'The room could not be loaded.');
      if (shown.code === 'not_found') this.context.left(this.id);
      else this.current.patch({ status: this.hasBegun ? 'ready' : 'error', error: shown });
    }
  }
}
