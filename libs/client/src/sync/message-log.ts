import { previewOf, type Message, type MessagePage } from '@parley/contracts';

/** Messages held beside the run; beyond it the farthest are let go, since they come again with the page that the run needs to reach them. */
const HELD_LIMIT = 500;
/** Messages of which it is remembered how new the words are that replies show of them. */
const QUOTED_LIMIT = 500;

/**
 * What is loaded of a room's history: one run of messages without a hole, by `seq`, each in its newest known state. Messages that come before
 * their turn are held back until the gap is filled, so nothing is ever shown out of order or twice.
 */
export class MessageLog {
  private run: Message[] = [];
  private readonly held = new Map<number, Message>();
  /** By `seq`, the revision of what replies show of a message: it may have left the run, or never been in it. */
  private readonly quoted = new Map<number, number>();
  /** Whether the run reaches the newest message, so that what comes next belongs at its end. */
  private following = false;
  private head = 0;
  /** Messages up to this seq are not kept any more, as far as the server has told. */
  private gone = 0;
  private loadedOnce = false;
  /** Pages asked for and not yet taken: they may be older than what is heard meanwhile, so all of that is held. */
  private pagesUnderWay = 0;
  private overflowed = false;

  get messages(): readonly Message[] {
    return this.run;
  }

  get loaded(): boolean {
    return this.loadedOnce;
  }

  get isAwaitingPage(): boolean {
    return this.pagesUnderWay > 0;
  }

  get lastSeq(): number {
    return this.head;
  }

  /** Whether the run reaches the newest message, as far as was told. */
  get isFollowing(): boolean {
    return this.loadedOnce && this.following;
  }

  /** Whether the room has messages older than the run. */
  get hasBefore(): boolean {
    return this.loadedOnce && this.first > this.gone + 1;
  }

  /** Whether the room has messages newer than the run. */
  get hasAfter(): boolean {
    return this.loadedOnce && this.last < this.head;
  }

  /** The seq after which messages are missing at the end of a run that should reach the newest; null where none are. */
  get gapAfter(): number | null {
    return this.loadedOnce && this.following && this.last < this.head ? this.last : null;
  }

  get first(): number {
    return this.run[0]?.seq ?? this.gone + 1;
  }

  get last(): number {
    return this.run.at(-1)?.seq ?? this.gone;
  }

  find(seq: number): Message | undefined {
    return this.run[seq - this.first];
  }

  /** The loaded messages with one of these client ids. */
  withClientIds(ids: ReadonlySet<string>): Message[] {
    return ids.size === 0 ? [] : this.run.filter((message) => ids.has(message.clientMessageId));
  }

  /** How many messages by others follow this seq, deleted ones not counted; null where not all of them are loaded. */
  unreadAfter(seq: number, ownId: string): number | null {
    if (!this.isFollowing || this.hasAfter || this.first > Math.max(seq, this.gone) + 1) return null;
    let count = 0;
    for (let at = this.last; at > seq; at--) {
      const message = this.find(at);
      if (message && message.deletedAt === null && message.senderId !== ownId) count++;
    }
    return count;
  }

  /** A page is asked for: whatever is heard until it was taken is held beside the run. */
  pageAsked(): void {
    this.pagesUnderWay++;
  }

  /** The page was taken, or will not come. Answers whether something that might belong into it had to be let go meanwhile: then it may be stale. */
  pageAnswered(): boolean {
    const isStale = this.overflowed;
    // What the page quotes may be older than what was heard of it meanwhile.
    for (const message of this.held.values())
      if (message.seq <= this.last) this.requote(newer(this.find(message.seq), message));
    if (--this.pagesUnderWay > 0) return isStale;
    this.overflowed = false;
    for (const seq of this.held.keys()) if (!this.isAhead(seq)) this.held.delete(seq);
    return isStale;
  }

  /** Starts again from one page. The newest may have been read before what was heard meanwhile: what is shown beyond it stays. */
  reset(page: MessagePage): void {
    this.learnBeginning(page);
    const before = this.run;
    const known = new Map(before.map((message) => [message.seq, message]));
    this.run = page.messages.map((message) => newer(known.get(message.seq), message));
    if (this.isFollowing && !page.hasAfter) this.keepBeyond(before);
    this.head = Math.max(this.head, page.lastSeq);
    this.loadedOnce = true;
    this.following = !page.hasAfter;
    this.drain();
  }

  /** Adds an adjacent page, older or newer; one that does not touch the run (it moved meanwhile) changes nothing. */
  extend(page: MessagePage): void {
    // What lies between the run and what is kept is gone, and with it the run.
    if (!page.hasBefore && (page.messages[0]?.seq ?? (page.hasAfter ? 0 : page.lastSeq + 1)) > this.last + 1)
      return this.resume(page);
    this.head = Math.max(this.head, page.lastSeq);
    this.learnBeginning(page);
    const [from, to] = [page.messages[0]?.seq, page.messages.at(-1)?.seq];
    if (from === undefined || to === undefined) {
      if (!page.hasAfter && this.run.length === 0) this.following = true;
      return;
    }
    if (to < this.first - 1 || from > this.last + 1) return;
    const older = page.messages.filter((message) => message.seq < this.first);
    for (const message of page.messages) this.replace(message);
    const after = page.messages.filter((message) => message.seq > this.last);
    this.run = [...older, ...this.run, ...after];
    if (!page.hasAfter) this.following = true;
    this.drain();
  }

  /** Takes one message from a fact, an acknowledgement or a sync. */
  upsert(message: Message): void {
    this.head = Math.max(this.head, message.seq);
    if (this.isInRun(message.seq)) {
      this.replace(message);
      if (this.mayBeQuotedOtherwise(message)) this.hold(message);
    } else {
      if (this.loadedOnce && message.seq < this.first) this.requote(message);
      if (this.pagesUnderWay > 0 || this.isAhead(message.seq)) this.hold(message);
    }
    if (this.following && this.held.has(this.last + 1)) this.drain();
  }

  /** Lets go of all but the newest of the run: they come again as an older page. Answers whether there was anything to let go of. */
  keepLast(count: number): boolean {
    if (this.run.length <= count) return false;
    this.run = this.run.slice(this.run.length - count);
    return true;
  }

  /** The server said how far the room goes. */
  headIsAt(lastSeq: number): void {
    this.head = Math.max(this.head, lastSeq);
  }

  /** Starts again from the first page that is kept. A run that should reach the newest message goes on towards it. */
  private resume(page: MessagePage): void {
    const wasFollowing = this.isFollowing;
    this.reset(page);
    if (!wasFollowing) return;
    this.following = true;
    this.drain();
  }

  /** A page with nothing before it tells where history begins. */
  private learnBeginning({ messages, hasBefore, hasAfter, lastSeq }: MessagePage): void {
    if (hasBefore) return;
    // Without a message it lies before all that is kept; or nothing is.
    const first = messages[0]?.seq ?? (hasAfter ? this.first : lastSeq + 1);
    this.gone = Math.max(this.gone, first - 1);
  }

  private keepBeyond(before: Message[]): void {
    const beyond = before.filter((message) => message.seq > this.last);
    const [next] = beyond;
    if (next === undefined) return;
    // All that was there is newer than the page.
    if (next.seq > this.last + 1) this.run = before;
    else this.run = [...this.run, ...beyond];
  }

  private isInRun(seq: number): boolean {
    return this.loadedOnce && seq >= this.first && seq <= this.last;
  }

  /** Whether a page that is under way may bring replies to this message with what it said before. */
  private mayBeQuotedOtherwise({ editedAt, deletedAt }: Message): boolean {
    return this.pagesUnderWay > 0 && (editedAt !== null || deletedAt !== null);
  }

  private isAhead(seq: number): boolean {
    return this.loadedOnce && this.following && seq > this.last;
  }

  private hold(message: Message): void {
    const known = this.find(message.seq) ?? this.held.get(message.seq);
    this.held.set(message.seq, newer(known, message));
    if (this.held.size <= HELD_LIMIT) return;
    this.held.delete(Math.max(...this.held.keys()));
    this.overflowed = this.pagesUnderWay > 0;
  }

  private replace(message: Message): void {
    const index = message.seq - this.first;
    const known = this.run[index];
    if (!known || known.revision >= message.revision) return;
    this.run = this.run.with(index, message);
    if (known.text !== message.text) this.requote(message);
  }

  /** Replies show what they answer as it is now. The server says so of a reply it is asked for; of those that are here already nobody tells. */
  private requote({ seq, revision, text }: Message): void {
    if (revision < (this.quoted.get(seq) ?? 0) || !this.run.some(({ replyTo }) => replyTo?.seq === seq)) return;
    this.quoted.delete(seq);
    this.quoted.set(seq, revision);
    for (const oldest of this.quoted.keys()) if (this.quoted.size > QUOTED_LIMIT) this.quoted.delete(oldest);
    const preview = previewOf(text);
    // What was deleted stays so, whatever comes late.
    const isOld = ({ replyTo }: Message): boolean =>
      replyTo?.seq === seq && replyTo.preview !== preview && replyTo.preview !== '';
    if (!this.run.some(isOld)) return;
    this.run = this.run.map((message) =>
      message.replyTo && isOld(message) ? { ...message, replyTo: { ...message.replyTo, preview } } : message,
    );
  }

  /** Adds what was held for the end of the run, and takes into it what it has reached by another way: that may be in a newer state. */
  private drain(): void {
    if (this.held.size === 0) return;
    const next: Message[] = [];
    if (this.following) {
      let last = this.last;
      for (let message = this.held.get(last + 1); message; message = this.held.get(last + 1)) {
        next.push(message);
        last = message.seq;
      }
    }
    if (next.length > 0) this.run = [...this.run, ...next];
    for (const [seq, message] of this.held) {
      if (seq > this.last || seq < this.first) continue;
      this.replace(message);
      if (!this.mayBeQuotedOtherwise(message)) this.held.delete(seq);
    }
  }
}

function newer(known: Message | undefined, message: Message): Message {
  return known && known.revision > message.revision ? known : message;
}
