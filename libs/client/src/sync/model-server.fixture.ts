import { limits, type CommandData, type Message, type OverviewItem, type RoomChanges } from '@parley/contracts';
import type { RoomApi } from './room-context';
import { withMessage } from './room-state';

const TIME = '2026-01-01T00:00:00.000Z';

/** The contract's rules for one room in memory, as far as sync, history and the read cursor go: what a client's state must end up equal to. */
export class ModelRoom {
  readonly messages: Message[] = [];
  revision = 0;
  lastReadSeq = 0;

  constructor(
    readonly id: string,
    private readonly me: string,
  ) {}

  send(senderId: string, clientMessageId = `c${this.messages.length + 1}`): Message {
    const seq = this.messages.length + 1;
    const message: Message = {
      id: `m${seq}`,
      roomId: this.id,
      seq,
      revision: ++this.revision,
      clientMessageId,
      senderId,
      text: `text ${seq}`,
      createdAt: TIME,
      editedAt: null,
      deletedAt: null,
      replyTo: null,
      reactions: [],
      attachments: [],
    };
    this.messages.push(message);
    if (senderId === this.me) this.lastReadSeq = seq;
    return message;
  }

  change(seq: number, changes: Partial<Message>): Message | undefined {
    const known = this.messages[seq - 1];
    if (!known || known.deletedAt !== null) return undefined;
    const message = { ...known, ...changes, revision: ++this.revision };
    this.messages[seq - 1] = message;
    return message;
  }

  get unreadCount(): number {
    return this.messages.filter(
      ({ seq, senderId, deletedAt }) => seq > this.lastReadSeq && senderId !== this.me && deletedAt === null,
    ).length;
  }

  read(seq: number): { lastReadSeq: number; unreadCount: number } {
    this.lastReadSeq = Math.max(this.lastReadSeq, Math.min(seq, this.messages.length));
    return { lastReadSeq: this.lastReadSeq, unreadCount: this.unreadCount };
  }

  changesAfter(asked: number): RoomChanges | undefined {
    const after = asked > this.revision ? 0 : asked;
    const changed = this.messages.filter(({ revision }) => revision > after).sort((a, b) => a.revision - b.revision);
    if (after === this.revision) return undefined;
    const messages = changed.slice(0, limits.syncMessagesPerRoom);
    const hasAfter = changed.length > messages.length;
    return {
      messages,
      revision: hasAfter ? (messages.at(-1)?.revision ?? after) : this.revision,
      hasAfter,
      lastSeq: this.messages.length,
      unreadCount: this.unreadCount,
    };
  }

  item(): OverviewItem {
    const base: OverviewItem = {
      id: this.id,
      kind: 'direct',
      title: null,
      members: [],
      lastSeq: this.messages.length,
      revision: this.revision,
      createdAt: TIME,
      updatedAt: TIME,
      request: null,
      lastMessage: null,
      unreadCount: this.unreadCount,
      lastReadSeq: this.lastReadSeq,
      pinned: false,
      muted: false,
      archived: false,
    };
    const last = this.messages.at(-1);
    return last ? { ...withMessage(base, last), revision: this.revision } : base;
  }

  sync(rooms: Record<string, number>): CommandData<'rooms:sync'> {
    const changes = this.changesAfter(rooms[this.id] ?? 0);
    return { rooms: changes ? { [this.id]: changes } : {}, joined: [], left: [] };
  }

  /** The REST calls that a room makes. */
  rest(): RoomApi {
    const history: RoomApi['messages']['history'] = async ({ query = {} }) => {
      await Promise.resolve();
      const limit = Number(query.limit ?? limits.historyPageDefault);
      const last = this.messages.length;
      let from = last - limit + 1;
      if (query.after !== undefined) from = Number(query.after) + 1;
      if (query.before !== undefined) from = Number(query.before) - limit;
      if (query.around !== undefined) from = Number(query.around) - Math.floor(limit / 2);
      const to = query.before === undefined ? from + limit - 1 : Number(query.before) - 1;
      const messages = this.messages.slice(Math.max(0, from - 1), Math.max(0, to));
      return {
        messages,
        hasBefore: (messages[0]?.seq ?? 1) > 1,
        hasAfter: (messages.at(-1)?.seq ?? 0) < last,
        lastSeq: last,
      };
    };
    const chatrooms: RoomApi['chatrooms'] = {
      create: async () => {
        await Promise.resolve();
        return this.item();
      },
      answerRequest: async () => {
        await Promise.resolve();
        return this.item();
      },
      setMine: async () => {
        await Promise.resolve();
        return this.item();
      },
      overview: async () => {
        const items = [this.item()];
        await Promise.resolve();
        return { items, nextCursor: null };
      },
    };
    return { messages: { history }, chatrooms };
  }
}
