import {
  limits,
  ParleyError,
  type Message,
  type MessagePage,
  type OverviewItem,
  type ReadCursor,
  type RoomChanges,
} from '@parley/contracts';

const TIME = '2026-01-01T00:00:00.000Z';

/** One room as the contract has it, in memory: what is in here is committed and survives every crash. */
export class ModelRoom {
  readonly messages: Message[] = [];
  revision = 0;
  private readonly cursors = new Map<string, number>();
  private readonly byClientId = new Map<string, number>();

  constructor(
    readonly id: string,
    readonly members: readonly string[],
  ) {}

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
      revision: ++this.revision,
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
  change(userId: string, seq: number, changes: Pick<Partial<Message>, 'text' | 'editedAt' | 'deletedAt'>): Message {
    const known = this.messages[seq - 1];
    if (!known || known.deletedAt !== null) throw new ParleyError('not_found', 'There is no such message.');
    if (known.senderId !== userId) throw new ParleyError('forbidden', 'It is not yours.');
    const message = { ...known, ...changes, revision: ++this.revision };
    this.messages[seq - 1] = message;
    return message;
  }

  read(userId: string, seq: number): ReadCursor {
    const moved = Math.max(this.cursorOf(userId), Math.min(seq, this.messages.length));
    this.cursors.set(userId, moved);
    return { lastReadSeq: moved, unreadCount: this.unreadOf(userId) };
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
    const changed = this.messages.filter(({ revision }) => revision > after).sort((a, b) => a.revision - b.revision);
    const messages = changed.slice(0, limits.syncMessagesPerRoom);
    const hasAfter = changed.length > messages.length;
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
      lastMessage: last
        ? { seq: last.seq, senderId: last.senderId, preview: last.text ?? '', createdAt: last.createdAt }
        : null,
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
      hasBefore: (messages[0]?.seq ?? 1) > 1,
      hasAfter: (messages.at(-1)?.seq ?? last) < last,
      lastSeq: last,
    };
  }
}
