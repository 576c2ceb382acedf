import type { Message, MessagePage } from '@parley/contracts';

/** Messages held while the one before them is missing; the farthest are let go first, since filling the gap brings them anyway. */
const EARLY_LIMIT = 500;

/**
 * What is loaded of a room's history: one run of messages without a hole, by `seq`, each in its newest known state. Messages that come before
 * their turn are held back until the gap is filled, so nothing is ever shown out of order or twice.
 */
export class MessageLog {
  private run: Message[] = [];
  private readonly early = new Map<number, Message>();
  /** Whether the run reaches the newest message, so that what comes next belongs at its end. */
  private following = false;
  private head = 0;
  private loadedOnce = false;

  get messages(): readonly Message[] {
    return this.run;
  }

  get loaded(): boolean {
    return this.loadedOnce;
  }

  get lastSeq(): number {
    return this.head;
  }

  /** Whether the room has messages older than the run. */
  get hasBefore(): boolean {
    return this.loadedOnce && this.first > 1;
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
    return this.run[0]?.seq ?? 1;
  }

  get last(): number {
    return this.run.at(-1)?.seq ?? 0;
  }

  find(seq: number): Message | undefined {
    return this.run[seq - this.first];
  }

  /** Starts again from one page. */
  reset(page: MessagePage): void {
    const known = new Map(this.run.map((message) => [message.seq, message]));
    this.run = page.messages.map((message) => newer(known.get(message.seq), message));
    this.head = Math.max(this.head, page.lastSeq);
    this.loadedOnce = true;
    this.following = !page.hasAfter;
    this.drain();
  }

  /** Adds an adjacent page, older or newer; one that does not touch the run (it moved meanwhile) changes nothing. */
  extend(page: MessagePage): void {
    this.head = Math.max(this.head, page.lastSeq);
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

  /** Takes one message from a fact, an acknowledgement or a sync. Answers whether anything to be shown changed. */
  upsert(message: Message): boolean {
    this.head = Math.max(this.head, message.seq);
    if (!this.loadedOnce) {
      this.hold(message);
      return false;
    }
    if (message.seq < this.first) return false;
    if (message.seq <= this.last) return this.replace(message);
    if (this.following) {
      this.hold(message);
      this.drain();
    }
    return true;
  }

  /** The server said how far the room goes. */
  headIsAt(lastSeq: number): void {
    this.head = Math.max(this.head, lastSeq);
  }

  private hold(message: Message): void {
    this.early.set(message.seq, newer(this.early.get(message.seq), message));
    if (this.early.size > EARLY_LIMIT) this.early.delete(Math.max(...this.early.keys()));
  }

  private replace(message: Message): boolean {
    const index = message.seq - this.first;
    const known = this.run[index];
    if (!known || known.revision >= message.revision) return false;
    this.run = this.run.with(index, message);
    return true;
  }

  private drain(): void {
    if (!this.following) return this.absorb();
    const next: Message[] = [];
    let last = this.last;
    for (let message = this.early.get(last + 1); message; message = this.early.get(last + 1)) {
      next.push(message);
      last = message.seq;
    }
    if (next.length > 0) this.run = [...this.run, ...next];
    this.absorb();
  }

  /** Held messages that the run has reached by another way may still be in a newer state than the run's. */
  private absorb(): void {
    for (const [seq, message] of this.early) {
      if (seq > this.last) continue;
      this.replace(message);
      this.early.delete(seq);
    }
  }
}

function newer(known: Message | undefined, message: Message): Message {
  return known && known.revision > message.revision ? known : message;
}
