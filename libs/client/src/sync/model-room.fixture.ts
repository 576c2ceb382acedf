import {
  limits,
  ParleyError,
  type Message,
  type MessagePage,
  type OverviewItem,
  type ReadCursor,
  type RoomChanges,
} from '@parley/contracts';
import { lastMessageOf } from './room-state';

const TIME = '2026-01-01T00:00:00.000Z';

type Changes = Pick<Partial<Message>, 'text' | 'editedAt' | 'deletedAt' | 'reactions'>;

/** One room as the contract has it, in memory: what is in here is committed and survives every crash. */
export class ModelRoom {
  readonly messages: Message[] = [];
  revision = 0;
  protected readonly cursors = new Map<string, number>();
  private readonly byClientId = new Map<string, number>();
  /** Which message each revision changed, from the first one on. */
  private readonly changed: number[] = [];
  private readonly members: Set<string>;
  /** How far the room had come when somebody was put out of it last. */
  private readonly leftAt = new Map<string, number>();

  constructor(
    readonly id: string,
    members: readonly string[],
  ) {
    this.members = new Set(members);
  }

  has(userId: string): boolean {
    return this.members.has(userId);
  }

  /** Answers whether they were not in it. Who comes in has read what there is. */
  addMember(userId: string): boolean {
    if (this.members.has(userId)) return false;
    this.members.add(userId);
    this.cursors.set(userId, this.messages.length);
    return true;
  }

  /** Answers whether they were in it. */
  removeMember(userId: string): boolean {
    if (!this.members.delete(userId)) return false;
    this.leftAt.set(userId, this.messages.length);
    return true;
  }

  /** Whether somebody was out of it at any time. */
  wasOut(userId: string): boolean {
    return this.leftAt.has(userId);
  }

  /** The last message that somebody may know of. */
  endFor(userId: string): number {
    return this.members.has(userId) ? this.messages.length : (this.leftAt.get(userId) ?? 0);
  }

  /** @throws ParleyError `conflict` where the id is known with another text */
  append(senderId: string, clientMessageId: string, text: string): { message: Message; created: boolean } {
    const key = `${senderId} ${clientMessageId}`;
    const known = this.messages[(this.byClientId.get(key) ?? 0) - 1];
    if (known) {
      if (known.text !== text && known.editedAt === null && known.deletedAt === null)
        throw new ParleyError('conflict', 'The same id with another text.');
      return { message: known, created: false };
    }
    const seq = this.messages.length + 1;
    const message: Message = {
      id: `${this.id}-${seq}`,
      roomId: this.id,
      seq,
      revision: this.revise(seq),
      clientMessageId,
      senderId,
      text,
      createdAt: TIME,
      editedAt: null,
      deletedAt: null,
      replyTo: null,
      reactions: [],
      attachments: [],
    };
    this.messages.push(message);
    this.byClientId.set(key, seq);
    this.cursors.set(senderId, seq);
    return { message, created: true };
  }

  /** @throws ParleyError `not_found`, `forbidden` */
  change(userId: string, seq: number, changes: Changes): Message {
    const known = this.messages[seq - 1];
    if (known && known.deletedAt === null && known.senderId !== userId)
      throw new ParleyError('forbidden', 'It is not yours.');
    const message = this.alter(seq, changes);
    if (!message) throw new ParleyError('not_found', 'There is no such message.');
    return message;
  }

  /** Changes a message, whoever does it; a deleted one stays as it is. */
  alter(seq: number, changes: Changes): Message | undefined {
    const known = this.messages[seq - 1];
    if (!known || known.deletedAt !== null) return undefined;
    const message = { ...known, ...changes, revision: this.revise(seq) };
    this.messages[seq - 1] = message;
    return message;
  }

  read(userId: string, seq: number): ReadCursor {
    const moved = Math.max(this.cursorOf(userId), Math.min(seq, this.messages.length));
    this.cursors.set(userId, moved);
    return { lastReadSeq: moved, unreadCount: this.unreadOf(userId) };
  }

  /** Where somebody's cursor stands, if elsewhere than where they say. */
  cursorIfElsewhere(userId: string, told: number | undefined): ReadCursor | null {
    const lastReadSeq = this.cursorOf(userId);
    return told === undefined || told === lastReadSeq ? null : { lastReadSeq, unreadCount: this.unreadOf(userId) };
  }

  cursorOf(userId: string): number {
    return this.cursors.get(userId) ?? 0;
  }

  unreadOf(userId: string): number {
    let count = 0;
    for (let seq = this.messages.length; seq > this.cursorOf(userId); seq--) {
      const message = this.messages[seq - 1];
      if (message && message.senderId !== userId && message.deletedAt === null) count++;
    }
    return Math.min(count, limits.unreadExact + 1);
  }

  changesAfter(userId: string, asked: number): RoomChanges | null {
    const after = asked > this.revision ? 0 : asked;
    if (after === this.revision) return null;
    const messages: Message[] = [];
    let hasAfter = false;
    for (let revision = after + 1; revision <= this.revision && !hasAfter; revision++) {
      const message = this.messages[(this.changed[revision - 1] ?? 0) - 1];
      // Each message once, where it was changed last.
      if (message?.revision !== revision) continue;
      if (messages.length === limits.syncMessagesPerRoom) hasAfter = true;
      else messages.push(message);
    }
    return {
      messages,
      revision: hasAfter ? (messages.at(-1)?.revision ?? after) : this.revision,
      hasAfter,
      lastSeq: this.messages.length,
      unreadCount: this.unreadOf(userId),
    };
  }

  item(userId: string): OverviewItem {
    const last = this.messages.at(-1);
    return {
      id: this.id,
      kind: 'direct',
      title: null,
      members: [],
      lastSeq: this.messages.length,
      revision: this.revision,
      createdAt: TIME,
      updatedAt: TIME,
      request: null,
      lastMessage: last ? lastMessageOf(last) : null,
      unreadCount: this.unreadOf(userId),
      lastReadSeq: this.cursorOf(userId),
      pinned: false,
      muted: false,
      archived: false,
    };
  }

  page(query: Readonly<Record<string, string | undefined>>): MessagePage {
    const limit = Number(query['limit'] ?? limits.historyPageDefault);
    const last = this.messages.length;
    let from = last - limit + 1;
    if (query['after'] !== undefined) from = Number(query['after']) + 1;
    if (query['before'] !== undefined) from = Number(query['before']) - limit;
    if (query['around'] !== undefined) from = Number(query['around']) - Math.floor(limit / 2);
    const to = query['before'] === undefined ? from + limit - 1 : Number(query['before']) - 1;
    const messages = this.messages.slice(Math.max(0, from - 1), Math.max(0, to));
    return {
      messages,
      hasBefore: (messages[0]?.seq ?? from) > 1,
      hasAfter: (messages.at(-1)?.seq ?? last) < last,
      lastSeq: last,
    };
  }

  private revise(seq: number): number {
    this.changed.push(seq);
    return ++this.revision;
  }
}
