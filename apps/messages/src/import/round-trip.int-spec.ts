import { MessageTextSchema, ParleyError, type Role, type Room } from '@parley/contracts';
import { roomLines } from '@parley/server-edge';
import fc from 'fast-check';
import { pageHistory } from '../history/page-history';
import { appendMessage } from '../message/append-message';
import { editMessage } from '../message/edit-message';
import { reactToMessage } from '../message/react-to-message';
import { removeMessage } from '../message/remove-message';
import { messagesFixture, type MessagesFixture } from '../messages.fixture';
import { dropFirst } from '../retention/drop-messages';
import { setMembership } from '../room/set-membership';
import { importRoom } from './import-room';
import { v4 as uuidv4 } from 'uuid';

let here: MessagesFixture;
let there: MessagesFixture;
beforeAll(async () => {
  [here, there] = await Promise.all([messagesFixture(), messagesFixture()]);
});
afterAll(() => Promise.all([here.close(), there.close()]));

const text = fc.oneof(
  fc.constantFrom('\\N', '\\.', 'a\tb\\', 'one\ntwo\r\nthree', '"{}"', '日本語', '👩‍🏫', 'x'.repeat(300)),
  // As the edges hand it on.
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((any) => MessageTextSchema.safeParse(any).success)
    .map((any) => MessageTextSchema.parse(any)),
);
const place = fc.integer({ min: 1, max: 8 });
const by = fc.nat({ max: 2 });
/** What somebody does in a room. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      by,
      text,
      replyToSeq: fc.option(place, { nil: undefined }),
    }),
  },
  fc.record({ do: fc.constant('edit' as const), by, seq: place, text }),
  fc.record({ do: fc.constant('remove' as const), by, seq: place }),
  fc.record({
    do: fc.constant('react' as const),
    by,
    seq: place,
    emoji: fc.constantFrom('👍', '🎉'),
    on: fc.boolean(),
  }),
  fc.record({ do: fc.constant('drop' as const), most: fc.integer({ min: 1, max: 3 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(one: Step, roomId: string, people: readonly string[]): Promise<void> {
  if (one.do === 'drop') return void (await dropFirst(here.db.manager, roomId, 0, one.most));
  const userId = people[one.by] ?? '';
  try {
    if (one.do === 'send')
      await appendMessage(here.appender, userId, {
        roomId,
        clientMessageId: uuidv4(),
        text: one.text,
        replyToSeq: one.replyToSeq,
      });
    if (one.do === 'edit') await editMessage(here.db, userId, { roomId, seq: one.seq, text: one.text });
    if (one.do === 'remove') await removeMessage(here.db, userId, { roomId, seq: one.seq });
    if (one.do === 'react')
      await reactToMessage(here.db, userId, { roomId, seq: one.seq, emoji: one.emoji, on: one.on });
  } catch (error) {
    // There may be no such message, or it is somebody else's.
    if (!(error instanceof ParleyError)) throw error;
  }
}

/** The room's export as its member gets it. Titles and names are kept elsewhere. */
async function exportOf({ db }: MessagesFixture, roomId: string, memberId: string): Promise<string> {
  const [head] = await db.query<{ kind: 'group'; created_at: Date; last_seq: number; revision: number }[]>(
    'SELECT kind, created_at, last_seq, revision FROM rooms WHERE room_id = $1',
    [roomId],
  );
  const members = await db.query<{ user_id: string; role: 'owner' | 'member' }[]>(
    'SELECT user_id, role FROM members WHERE room_id = $1 ORDER BY user_id',
    [roomId],
  );
  if (head === undefined) throw new Error('There is no such room.');
  const room: Room = {
    ...{ id: roomId, kind: head.kind, title: 'Gela', createdAt: head.created_at.toISOString(), updatedAt: '' },
    ...{ lastSeq: head.last_seq, revision: head.revision },
    members: members.map(({ user_id: id, role }) => ({
      user: { id, displayName: `of ${id}`, headline: '', location: '', avatarUrl: null },
      ...{ role, joinedAt: '2026-01-01T00:00:00.000Z', lastReadSeq: 0 },
    })),
  };
  let file = '';
  const portions = roomLines(room, {
    page: (after) => pageHistory(db, memberId, { roomId, after, limit: 3 }),
    people: async (ids) => new Map(Array.from(ids, (id) => [id, { displayName: `of ${id}` }])),
  });
  for await (const portion of portions) for (const line of portion) file += `${JSON.stringify(line)}\n`;
  return file;
}

/** What the chatrooms service says of the room, there as here. */
async function tellOf(roomId: string, memberIds: readonly string[], file: string): Promise<void> {
  const { createdAt } = JSON.parse(file.slice(0, file.indexOf('\n'))) as { createdAt: string };
  const members = memberIds.map((userId, n): { userId: string; role: Role } => ({
    userId,
    role: n === 0 ? 'owner' : 'member',
  }));
  await setMembership(there.db, { roomId, kind: 'group', version: 1, createdAt, members });
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = Buffer.from(file);
  for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000);
}

it('gives the same bytes again, whatever was done in the room, and goes on after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, isLeft) => {
      const { roomId, people, setPeople } = await here.aRoom({ people: [uuidv4(), uuidv4(), uuidv4()] });
      const [ane = ''] = people;
      for (const one of steps) await take(one, roomId, people);
      if (isLeft) await setPeople([ane]);

      const file = await exportOf(here, roomId, ane);
      await tellOf(roomId, isLeft ? [ane] : people, file);
      await importRoom(there.db, piecesOf(file));
      expect(await exportOf(there, roomId, ane)).toBe(file);
      await importRoom(there.db, piecesOf(file));
      expect(await exportOf(there, roomId, ane)).toBe(file);

      const [next, nextThere] = [await here.send(roomId, ane, 'next'), await there.send(roomId, ane, 'next')];
      expect(nextThere).toMatchObject({ seq: next.seq, revision: next.revision });
    }),
    { numRuns: 25 },
  );
});
