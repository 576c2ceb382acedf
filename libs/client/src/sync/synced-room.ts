import { ParleyError, type FactPayload, type Message, type OverviewItem, type RoomChanges } from '@parley/contracts';
import type { OutboxEntry } from '../outbox/outbox-entry';
import { Value, type Readable } from '../value';
import { Doubts } from './doubts';
import { HandOut } from './hand-out';
import { History } from './history';
import { ReadCursor } from './read-cursor';
import { kept } from './retention';
import { RevisionTracker } from './revision-tracker';
import type { RoomContext } from './room-context';
import { emptyRoomState, withMessage, type RoomState } from './room-state';
import { Typing } from './typing';

/** Messages missing at the end of what is loaded beyond which the newest page is loaded instead. */
const FAR_BEHIND = 400;

/** One room kept in step with the server: its item, what is loaded of its history, the read cursor. All that is heard or asked of it comes together here. */
export abstract class SyncedRoom {
  protected readonly current: Value<RoomState>;
  private tracker: RevisionTracker | null = null;
  protected history: History;
  /** The first message that a view holds, or that was paged back to; null where none is. */
  protected heldFrom: number | null = null;
  protected readonly cursor: ReadCursor;
  protected readonly typing: Typing;
  protected readonly handOut: HandOut;
  readonly doubts = new Doubts();
  /** How often the caller was out of the room: what was asked for before says nothing of it after. */
  protected leavings = 0;
  private heard = Number.NEGATIVE_INFINITY;

  constructor(
    readonly id: string,
    protected readonly context: RoomContext,
  ) {
    this.current = new Value<RoomState>({
      ...emptyRoomState,
      pending: this.ownPending(),
    });
    this.history = this.newHistory();
    this.handOut = new HandOut(() => this.history.log);
    this.cursor = new ReadCursor(id, context, this.current, {
      revision: () => this.revision,
      unreadAfter: (seq) => (this.isBehind ? null : this.history.log.unreadAfter(seq, this.context.ownId())),
    });
    this.typing = new Typing(id, context, (userIds) => this.current.patch({ typing: userIds }));
  }

  get state(): Readable<RoomState> {
    return this.current;
  }

  /** The revision up to which nothing of this room is missing here. */
  get revision(): number {
    return this.tracker?.complete ?? 0;
  }

  /** Whether the caller is known to be out of it. */
  get isMissing(): boolean {
    return this.current.get().status === 'missing';
  }

  /** Whether something is known to be missing, so that a sync is due. */
  get isBehind(): boolean {
    return (this.tracker?.hasHole ?? false) || this.history.log.gapAfter !== null;
  }

  /** Whether a sync has something to bring or to confirm. */
  get isSyncDue(): boolean {
    return !this.isMissing && (this.doubts.any || this.isBehind);
  }

  /** Whether so many messages are missing that the newest page is worth more than all of them. */
  get isFarBehind(): boolean {
    const { log } = this.history;
    return log.isFollowing && log.lastSeq - log.last > FAR_BEHIND;
  }

  /** Whether somebody looks at it. */
  abstract get isInView(): boolean;

  /** Whether any of the room's history is loaded, or about to be. */
  get hasHistory(): boolean {
    return this.history.log.loaded || this.history.log.isAwaitingPage;
  }

  /** When something that raises the revision was heard last, in milliseconds of the epoch. */
  get heardAt(): number {
    return this.heard;
  }

  /** Takes the server's overview item; what it says of messages and of what was read counts only where it is not older than what is known. */
  takeItem(item: OverviewItem): void {
    // The caller is in the room again: it begins anew.
    const isBack = this.isMissing;
    if (isBack) this.current.patch({ status: 'loading' });
    this.keepItem(item);
    if (isBack) this.cameBack();
  }

  private keepItem(item: OverviewItem): void {
    const known = this.current.get().item;
    if (!this.tracker || !known) {
      // History that is here already may be older than the item: then a sync has to bring what lies between.
      this.tracker = new RevisionTracker(this.hasHistory ? 0 : item.revision);
      this.tracker.exists(item.revision);
      // What was read here before the item came is news to the server.
      const { lastReadSeq } = this.current.get();
      this.showItem({ ...item, lastReadSeq: Math.max(item.lastReadSeq, lastReadSeq) });
      this.cursor.recount();
      if (item.lastReadSeq < lastReadSeq) this.cursor.serverIsBehind();
      // It came by REST, which may have been answered before what was told on the socket meanwhile.
      this.doubts.raise();
      return this.context.requestSync(this.id);
    }
    const isOlder = item.revision < known.revision;
    // Where history is loaded, the changes themselves are needed and a sync brings them; where none is, the item says it all.
    if (!isOlder && !this.hasHistory) this.tracker.completeTo(item.revision);
    this.tracker.exists(item.revision);
    const { lastSeq, revision, lastMessage, unreadCount, lastReadSeq } = known;
    const readFurtherHere = item.lastReadSeq < lastReadSeq;
    this.showItem({
      ...item,
      ...(isOlder ? { lastSeq, revision, lastMessage } : {}),
      ...(isOlder || readFurtherHere ? { unreadCount, lastReadSeq } : {}),
    });
    if (isOlder || readFurtherHere) this.cursor.refresh();
    else this.cursor.recount();
    if (readFurtherHere) this.cursor.serverIsBehind();
    if (this.isBehind) this.context.requestSync(this.id);
  }

  /** Takes one message from a fact or an acknowledgement. */
  hear(message: Message): void {
    if (this.isMissing) return;
    const { item } = this.current.get();
    const isNews = this.tracker?.see(message.revision) ?? false;
    this.heard = this.context.machine.now();
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
    if (this.isMissing) return false;
    for (const message of changes.messages) {
      this.history.log.upsert(message);
      if (message.senderId === this.context.ownId()) this.context.outbox.settle(message);
    }
    this.history.log.headIsAt(changes.lastSeq);
    const { item } = this.current.get();
    this.tracker?.completeTo(changes.revision);
    // Also what was heard beyond a hole that this has closed.
    const heardMore = this.revision > changes.revision;
    if (changes.hasAfter) this.tracker?.exists(changes.revision + 1);
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

  /** Starts again from one page, mostly the newest: too much was missed to be worth fetching change by change. */
  async startAgain(): Promise<void> {
    const { leavings } = this;
    // In this order: the page is then at least as new as what the item stands for.
    const item = await this.context.fetchItem(this.id);
    const { lastReadSeq } = this.current.get();
    const reads = this.isInView && this.handOut.isIdle && item.unreadCount > 0;
    await this.history.startAgain(reads ? Math.max(lastReadSeq, item.lastReadSeq) + 1 : null);
    if (leavings !== this.leavings) return;
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
    if (this.settled(pending)) return;
    if (pending.length > 0 || this.current.get().pending.length > 0) this.current.patch({ pending });
  }

  /** The caller is not in this room, or not any more: nothing of what others wrote stays here. */
  leave(): void {
    // Also where the caller is out already: what is asked for again meanwhile is not for whoever signs in next.
    this.leavings++;
    if (this.isMissing) return;
    this.typing.clear();
    this.cursor.forget();
    this.tracker = null;
    this.history = this.newHistory();
    this.heldFrom = null;
    // What was about to be sent is the member's own, and the server says what becomes of it.
    this.current.set({ ...emptyRoomState, status: 'missing', pending: this.ownPending() });
  }

  /** The caller is in the room again. */
  protected abstract cameBack(): void;

  protected newHistory(): History {
    const history: History = new History(this.id, this.context, () => {
      if (history === this.history) this.show();
    });
    return history;
  }

  private ownPending(): OutboxEntry[] {
    return this.context.outbox.entries.get().filter((entry) => entry.roomId === this.id);
  }

  private show(): void {
    const { log } = this.history;
    const { messages, pending } = this.current.get();
    if (log.messages !== messages && pending.length > 0) this.settled(pending);
    this.current.patch({
      messages: log.messages,
      hasBefore: log.hasBefore,
      hasAfter: log.hasAfter,
      lastSeq: Math.max(log.lastSeq, this.current.get().item?.lastSeq ?? 0),
    });
    this.cursor.recount();
    this.handOut.update();
    this.letGo();
    if (this.isBehind) this.context.requestSync(this.id);
  }

  /** What comes by itself does not make the log longer for ever: the oldest go, and come again as older pages. */
  private letGo(): void {
    const { log } = this.history;
    // Where a page is on its way it has to find the run that it was asked for.
    if (!log.isFollowing || log.isAwaitingPage) return;
    if (log.keepLast(kept(log, this.isInView ? this.heldFrom : Infinity)))
      this.current.patch({ messages: log.messages, hasBefore: log.hasBefore });
  }

  /** Takes out of the outbox what the log has already: nothing is shown as sent and as under way at once. Answers whether there was any. */
  private settled(pending: readonly OutboxEntry[]): boolean {
    const arrived = this.history.log.withClientIds(new Set(pending.map(({ clientMessageId }) => clientMessageId)));
    const own = arrived.filter((message) => message.senderId === this.context.ownId());
    for (const message of own) this.context.outbox.settle(message);
    return own.length > 0;
  }

  protected tell(error: unknown): void {
    if (!(error instanceof ParleyError)) this.context.defect(error);
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
