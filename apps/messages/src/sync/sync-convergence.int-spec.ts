import { limits, type Message, ParleyError, type RoomChanges } from '@parley/contracts';
import fc from 'fast-check';
import { editMessage } from '../message/edit-message';
import { type MessageRow, messageColumns, toMessage } from '../message/message-row';
import { removeMessage } from '../message/remove-message';
import { aPerson, messagesFixture, type MessagesFixture, type TestRoom } from '../messages.fixture';
import { markRead } from '../room/mark-read';
import { roomStates } from '../room/room-states';
import { syncRooms } from './sync-rooms';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

/** What a client knows of its rooms when it believes nothing but answers of sync. */
class SyncedClient {
  readonly rooms = new Map<string, { revision: number; lastSeq: number; messages: Map<number, Message> }>();

  constructor(private readonly userId: string) {}

  /** One question; answers whether there is more to ask. */
  async sync(): Promise<boolean> {
    const known = Object.fromEntries([...this.rooms].map(([roomId, room]) => [roomId, room.revision]));
    const { rooms, joined, joinedMore, left } = await syncRooms(fixture.db, this.userId, { rooms: known });
    const answers = Object.values(rooms);
    expect(answers.reduce((sum, answer) => sum + answer.messages.length, 0)).toBeLessThanOrEqual(
      limits.syncMessagesTotal,
    );
    for (const [roomId, answer] of Object.entries(rooms)) this.#apply(roomId, answer);
    for (const roomId of joined) this.rooms.set(roomId, { revision: 0, lastSeq: 0, messages: new Map() });
    for (const roomId of left) this.rooms.delete(roomId);
    return joined.length > 0 || joinedMore || answers.some((answer) => answer.hasAfter);
  }

  stateOf(roomId: string) {
    const { revision, lastSeq, messages } = this.rooms.get(roomId) ?? { messages: new Map<number, Message>() };
    return { revision, lastSeq, messages: [...messages.values()].sort((a, b) => a.seq - b.seq) };
  }

  #apply(roomId: string, { messages, revision, lastSeq }: RoomChanges): void {
    const room = this.rooms.get(roomId);
    if (!room) throw new Error('A room was answered that was not asked about.');
    expect(messages.length).toBeLessThanOrEqual(limits.syncMessagesPerRoom);
    const revisions = messages.map((message) => message.revision);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    expect(revisions.every((each) => each > room.revision && each <= revision)).toBe(true);
    for (const message of messages) room.messages.set(message.seq, message);
    Object.assign(room, { revision, lastSeq });
  }
}

/** The same straight from the tables, with the unread counted one by one. */
async function truth(userId: string) {
  const rows: ({ last_seq: number; revision_of_room: number; last_read_seq: number; room: string } & (
    MessageRow | { id: null }
  ))[] = await fixture.db.query(
    `SELECT r.room_id AS room, r.last_seq, r.revision AS revision_of_room, me.last_read_seq, ${messageColumns('m')}
       FROM members me JOIN rooms r USING (room_id) LEFT JOIN messages m USING (room_id) WHERE me.user_id = $1 ORDER BY m.seq`,
    [userId],
  );
  return Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.room)].map(([roomId, ofRoom]) => {
      const messages = ofRoom.flatMap((row) => (row.id === null ? [] : [toMessage(row)]));
      const { last_seq: lastSeq = 0, revision_of_room: revision = 0, last_read_seq: cursor = 0 } = ofRoom[0] ?? {};
      const unread = messages.filter(
        (message) => message.seq > cursor && message.senderId !== userId && !message.deletedAt,
      );
      return [roomId, { revision, lastSeq, unreadCount: Math.min(unread.length, 1_000), messages }];
    }),
  );
}

const steps = fc.array(
  fc.record({
    does: fc.constantFrom('open', 'sync', 'leave', 'enter', 'read', 'send', 'fill', 'edit', 'remove', 'edit', 'remove'),
    room: fc.nat({ max: 4 }),
    number: fc.integer({ min: 1, max: 450 }),
  }),
  { minLength: 3, maxLength: 25 },
);

/** The world of one history: a writer and a reader, who syncs, in rooms that the reader comes into and leaves. */
class History {
  readonly writer = aPerson();
  readonly reader = aPerson();
  readonly client = new SyncedClient(this.reader);
  readonly rooms: TestRoom[] = [];

  async step(does: string, place: number, number: number): Promise<unknown> {
    const { writer, reader } = this;
    if (does === 'open') return this.rooms.push(await fixture.aRoom({ people: [writer, reader] }));
    if (does === 'sync') return this.client.sync();
    const room = this.rooms[place % Math.max(1, this.rooms.length)];
    if (!room) return undefined;
    const { roomId } = room;
    // Nearly always a place that the room has.
    const seq = 1 + (number % (1 + (await this.#lastSeq(roomId))));
    switch (does) {
      case 'leave':
        return room.setPeople([writer]);
      case 'enter':
        return room.setPeople([writer, reader]);
      case 'fill':
        return fixture.fill(roomId, writer, number);
      case 'read':
        return unlessRefused(markRead(fixture.db, reader, { roomId, seq }));
      case 'send':
        return unlessRefused(fixture.send(roomId, number % 2 ? reader : writer));
      case 'edit':
        return unlessRefused(editMessage(fixture.db, writer, { roomId, seq, text: `Edit ${number}` }));
      case 'remove':
        return unlessRefused(removeMessage(fixture.db, writer, { roomId, seq }));
      default:
        throw new Error(`No history has the step "${does}".`);
    }
  }

  async #lastSeq(roomId: string): Promise<number> {
    const heads = await fixture.db.query<{ last_seq: number }[]>('SELECT last_seq FROM rooms WHERE room_id = $1', [
      roomId,
    ]);
    return heads[0]?.last_seq ?? 0;
  }
}

/** A step that the rules refuse belongs to a history too. */
async function unlessRefused(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    if (!(error instanceof ParleyError)) throw error;
  });
}

it('brings a client to the true state from any point of any history', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const world = new History();
      for (const { does, room, number } of history) await world.step(does, room, number);
      const { client, reader } = world;
      while (await client.sync());
      const { states } = await roomStates(fixture.db, reader, { roomIds: [...client.rooms.keys()] });
      const known = states.map(
        ({ roomId, unreadCount }) => [roomId, { ...client.stateOf(roomId), unreadCount }] as const,
      );
      expect(Object.fromEntries(known)).toEqual(await truth(reader));
    }),
    { numRuns: 30 },
  );
}, 120_000);
