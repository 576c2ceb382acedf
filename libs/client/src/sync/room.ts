import { ParleyError, type FactPayload, type Message, type OverviewItem, type RoomChanges } from '@parley/contracts';
import type { OutboxEntry } from '../outbox/outbox-entry';
import { Value, type Readable } from '../value';
import { History } from './history';
import { ReadCursor } from './read-cursor';
import { RevisionTracker } from './revision-tracker';
import type { RoomContext } from './room-context';
import { emptyRoomState, withMessage, type RoomState } from './room-state';
import { Typing } from './typing';

/** One room as a client holds it: its overview item, what is loaded of its history, its unsent messages, who is typing. */
export class Room {
  private readonly current: Value<RoomState>;
  private tracker: RevisionTracker | null = null;
  private readonly history: History;
  private readonly cursor: ReadCursor;
  private readonly typing: Typing;
  private opening: Promise<void> | null = null;
  /** The item came by REST, which may have been answered before what was told on the socket meanwhile: a sync has to confirm it once. */
  private isUnconfirmed = false;

  constructor(
    readonly id: string,
    private readonly context: RoomContext,
  ) {
    this.current = new Value<RoomState>({
      ...emptyRoomState,
      pending: context.outbox.entries.get().filter((entry) => entry.roomId === id),
    });
    this.history = new History(id, context, () => this.show());
    this.cursor = new ReadCursor(id, context, this.current, () => this.revision);
    this.typing = new Typing(id, context, (userIds) => this.current.patch({ typing: userIds }));
  }

  get state(): Readable<RoomState> {
    return this.current;
  }

  /** The revision up to which nothing of this room is missing here. */
  get revision(): number {
    return this.tracker?.complete ?? 0;
  }

  /** Whether something is known to be missing, so that a sync is due. */
  get isBehind(): boolean {
    return (this.tracker?.hasHole ?? false) || this.history.log.gapAfter !== null;
  }

  /** Whether a sync has something to bring or to confirm. */
  get isSyncDue(): boolean {
    return this.isUnconfirmed || this.isBehind;
  }

  /** A sync has answered for this room, if only by leaving it out. */
  confirm(): void {
    this.isUnconfirmed = false;
  }

  /** Loads what a view of the room needs: its item, and the page with the first unread message or the newest. Never rejects: see `state`. */
  open(): Promise<void> {
    this.opening ??= this.load().finally(() => (this.opening = null));
    return this.opening;
  }

  loadOlder(): Promise<void> {
    return this.history.loadOlder(this.current);
  }

  loadNewer(): Promise<void> {
    return this.history.loadNewer(this.current);
  }

  loadNewest(): Promise<void> {
    return this.history.loadNewest();
  }

  loadAround(seq: number): Promise<void> {
    return this.history.loadAround(seq);
  }

  /** The place of the first message at or after a moment, in milliseconds of the epoch; one after the last where there is none. @throws ParleyError */
  seqSince(since: number): Promise<number> {
    return this.history.seqSince(since, this.current.get().lastSeq);
  }

  /** Puts a message on its way; it shows in `pending` at once. @throws ParleyError `rate_limited` where too many wait already. */
  send(text: string): OutboxEntry {
    this.typing.stop();
    const entry = this.context.outbox.add(this.id, text);
    if (this.history.log.hasAfter) void this.loadNewest();
    return entry;
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

  /** Says that everything up to `seq` was seen. Coalesced, never back, and sent later where there is no connection. */
  markRead(seq: number): void {
    this.cursor.moveTo(seq);
  }

  setTyping(active: boolean): void {
    this.typing.set(active);
  }

  close(): void {
    this.typing.stop();
    this.current.patch({ firstUnreadSeq: null });
  }

  /** Takes the server's overview item; what it says of messages and of what was read counts only where it is not older than what is known. */
  takeItem(item: OverviewItem): void {
    const known = this.current.get().item;
    if (!this.tracker || !known) {
      this.tracker = new RevisionTracker(item.revision);
      this.showItem(item);
      this.isUnconfirmed = true;
      return this.context.requestSync(this.id);
    }
    const isOlder = item.revision < known.revision;
    // Where history is loaded, the changes themselves are needed and a sync brings them; where none is, the item says it all.
    if (!isOlder && !this.history.log.loaded) this.tracker.completeTo(item.revision);
    const { lastSeq, revision, lastMessage, unreadCount, lastReadSeq } = known;
    const readFurtherHere = item.lastReadSeq < lastReadSeq;
    this.showItem({
      ...item,
      ...(isOlder ? { lastSeq, revision, lastMessage } : {}),
      ...(isOlder || readFurtherHere ? { unreadCount, lastReadSeq } : {}),
    });
    if (isOlder || readFurtherHere) this.cursor.refresh();
  }

  /** Takes one message from a fact or an acknowledgement. */
  hear(message: Message): void {
    const { item } = this.current.get();
    const isNews = this.tracker?.see(message.revision) ?? false;
    this.history.log.upsert(message);
    if (message.senderId === this.context.ownId()) this.context.outbox.settle(message);
    else this.typing.heard(message.senderId, false);
    if (item && isNews) {
      this.showItem(withMessage(item, message));
      // What the item already speaks for may be counted in it: then only the server can tell.
      if (message.revision > item.revision) this.cursor.heard(message);
      else this.cursor.refresh();
    }
    this.show();
    if (this.isBehind) this.context.requestSync(this.id);
  }

  hearReadMoved({ userId, lastReadSeq }: FactPayload<'room:readMoved'>): void {
    const { item } = this.current.get();
    if (userId === this.context.ownId()) this.cursor.movedElsewhere(lastReadSeq);
    if (!item) return;
    const members = item.members.map((member) =>
      member.user.id === userId ? { ...member, lastReadSeq: Math.max(member.lastReadSeq, lastReadSeq) } : member,
    );
    this.showItem({ ...(this.current.get().item ?? item), members });
  }

  hearTyping({ userId, active }: FactPayload<'typing:changed'>): void {
    this.typing.heard(userId, active);
  }

  hearUpdated(changes: FactPayload<'room:updated'>): void {
    const { item } = this.current.get();
    if (item) this.showItem(Object.assign({}, item, changes));
  }

  /** Takes one room's part of a sync. Answers whether there is more to ask for. */
  takeChanges(changes: RoomChanges): boolean {
    for (const message of changes.messages) {
      this.history.log.upsert(message);
      if (message.senderId === this.context.ownId()) this.context.outbox.settle(message);
    }
    this.history.log.headIsAt(changes.lastSeq);
    const { item } = this.current.get();
    const heardMore = this.revision > changes.revision;
    this.tracker?.completeTo(changes.revision);
    if (item) {
      const next = changes.messages.reduce(withMessage, item);
      this.showItem({ ...next, lastSeq: Math.max(next.lastSeq, changes.lastSeq) });
      // Sending moves the sender's cursor, so one's own message tells where it is at least.
      const own = changes.messages.filter((message) => message.senderId === this.context.ownId()).map(({ seq }) => seq);
      this.cursor.take({ unreadCount: changes.unreadCount, lastReadSeq: Math.max(item.lastReadSeq, ...own) });
      if (heardMore) this.cursor.refresh();
    }
    this.show();
    return changes.hasAfter;
  }

  /** Starts again from the newest page: too much was missed to be worth fetching change by change. */
  async startAgain(): Promise<void> {
    const item = await this.context.fetchItem(this.id);
    await this.history.loadNewest();
    this.tracker?.completeTo(item.revision);
    this.takeItem(item);
  }

  /** Fills a hole at the end of the loaded history that no change accounts for. */
  fillGap(): Promise<void> {
    return this.history.fillGap();
  }

  /** The connection stands again. */
  online(): void {
    this.cursor.flush();
    this.typing.clear();
  }

  takePending(pending: readonly OutboxEntry[]): void {
    if (pending.length > 0 || this.current.get().pending.length > 0) this.current.patch({ pending });
  }

  /** The caller is not in this room, or not any more. */
  leave(): void {
    this.typing.clear();
    this.current.set({ ...emptyRoomState, status: 'missing' });
  }

  private async load(): Promise<void> {
    try {
      if (!this.current.get().item) this.takeItem(await this.context.fetchItem(this.id));
      const { unreadCount, lastReadSeq } = this.current.get();
      const firstUnread = unreadCount > 0 ? lastReadSeq + 1 : null;
      await this.history.start(firstUnread);
      this.current.patch({ status: 'ready', error: null, firstUnreadSeq: firstUnread });
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      if (error.code === 'not_found') this.leave();
      else this.current.patch({ status: this.history.log.loaded ? 'ready' : 'error', error });
    }
  }

  private show(): void {
    const { log } = this.history;
    this.current.patch({
      messages: log.messages,
      hasBefore: log.hasBefore,
      hasAfter: log.hasAfter,
      lastSeq: Math.max(log.lastSeq, this.current.get().item?.lastSeq ?? 0),
    });
  }

  private showItem(item: OverviewItem): void {
    this.current.patch({
      item,
      unreadCount: item.unreadCount,
      lastReadSeq: item.lastReadSeq,
      lastSeq: Math.max(item.lastSeq, this.history.log.lastSeq),
    });
    this.context.itemChanged(this.id, item);
  }
}
