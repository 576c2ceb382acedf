import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { aPerson, messagesFixture, type MessagesFixture } from '../../messages.fixture';
import { answerRequest } from '../../room/answer-request';
import { setBlock } from '../../room/set-block';
import { editMessage } from '../edit-message';
import { removeMessage } from '../remove-message';
import { commitGroup, commitMessages, type Outcome } from './commit-messages';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const texts = ['Kaixo', 'Aupa'];

/** Something that happens in a room: mostly a message, under one of a few ids, with one of two texts, in reply to a place that may be there. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      who: fc.nat({ max: 2 }),
      id: fc.nat({ max: 7 }),
      text: fc.nat({ max: 1 }),
      replyTo: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('edit' as const, 'remove' as const),
      who: fc.nat({ max: 1 }),
      seq: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('block' as const), blocked: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('decline' as const, 'accept' as const) }) },
);

const kinds = fc.constantFrom(
  { kind: 'group' as const, asks: false },
  { kind: 'direct' as const, asks: false },
  { kind: 'direct' as const, asks: true },
);

const send = (who: number, id: number, text = 0, replyTo: number | null = null) => ({
  does: 'send' as const,
  who,
  id,
  text,
  replyTo,
});
/** Comes to each of the ends that there are, so that none of them is left to chance. */
const everyEnd = [
  ...[send(2, 0), send(0, 0), send(0, 0), send(0, 0, 1), send(0, 1, 0, 5), send(0, 1)],
  ...[{ does: 'decline' as const }, send(0, 2), { does: 'block' as const, blocked: true }, send(1, 4)],
];

/** Without what is chosen anew each time. */
function comparable(outcome: Outcome | undefined): unknown {
  return JSON.parse(
    JSON.stringify(outcome, (key, value: unknown) =>
      ['id', 'createdAt', 'editedAt', 'deletedAt'].includes(key) ? value !== null : value,
    ),
  );
}

/** Both refused, or neither. */
async function inBoth(rooms: readonly string[], act: (roomId: string) => Promise<unknown>): Promise<void> {
  const ends = await Promise.allSettled(rooms.map(act));
  expect(new Set(ends.map(({ status }) => status)).size).toBe(1);
}

it('comes to the same for a message alone as for a group of one', async () => {
  const [alone, group] = [commitMessages(fixture.db), commitGroup(fixture.db)];
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(kinds, fc.array(step, { minLength: 1, maxLength: 25 }), async ({ kind, asks }, steps) => {
      const [ane, jon, stranger] = [aPerson(), aPerson(), aPerson()];
      const people: [string, string] = [ane, jon];
      const room = { kind, people, ...(asks ? { requestedBy: ane } : {}) };
      const twins = [(await fixture.aRoom(room)).roomId, (await fixture.aRoom(room)).roomId];
      const [one = '', other = ''] = twins;
      const clientIds = Array.from({ length: 8 }, aPerson);
      let version = 0;
      for (const next of steps) {
        if (next.does === 'send') {
          const message = {
            senderId: [ane, jon, stranger][next.who] ?? '',
            clientMessageId: clientIds[next.id] ?? '',
            text: texts[next.text] ?? '',
            replyToSeq: next.replyTo,
          };
          const [first] = await alone([{ ...message, roomId: one, id: uuidv7() }], false);
          const [second] = await group([{ ...message, roomId: other, id: uuidv7() }], false);
          expect(comparable(first)).toEqual(comparable(second));
          seen.add(first?.kind ?? '');
        } else if (next.does === 'block') {
          await setBlock(fixture.db, { userIds: people, blocked: next.blocked, version: ++version });
        } else if (next.does === 'edit') {
          await inBoth(twins, (roomId) =>
            editMessage(fixture.db, people[next.who] ?? '', { roomId, seq: next.seq, text: 'Berri' }),
          );
        } else if (next.does === 'remove') {
          await inBoth(twins, (roomId) => removeMessage(fixture.db, people[next.who] ?? '', { roomId, seq: next.seq }));
        } else {
          await inBoth(twins, (roomId) => answerRequest(fixture.db, jon, { roomId, accept: next.does === 'accept' }));
        }
      }
      const states = await fixture.db.query<object[]>(
        `SELECT last_seq, revision, requested_by, request_refused,
          (SELECT json_agg(json_build_object('who', user_id, 'read', last_read_seq) ORDER BY user_id) FROM members m WHERE m.room_id = r.room_id) AS members,
          (SELECT json_agg(json_build_object('seq', seq, 'revision', revision, 'sender', sender_id, 'text', text, 'reply', reply_to_seq) ORDER BY seq)
            FROM messages m WHERE m.room_id = r.room_id) AS messages,
          last_activity_at = coalesce((SELECT max(created_at) FROM messages m WHERE m.room_id = r.room_id), created_at) AS is_at_its_last
         FROM rooms r WHERE room_id = ANY ($1)`,
        [twins],
      );
      expect(states).toHaveLength(2);
      expect(states[0]).toEqual(states[1]);
    }),
    { numRuns: 50, examples: [[{ kind: 'direct', asks: true }, everyEnd]] },
  );
  expect([...seen].toSorted()).toEqual([
    'blocked',
    'conflict',
    'created',
    'no_source',
    'outside',
    'repeated',
    'unanswered',
  ]);
});

it('is busy while somebody else holds the room, and waits for it when told to', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const message = { id: uuidv7(), roomId, senderId: ane, clientMessageId: aPerson(), text: 'Kaixo', replyToSeq: null };
  const holder = fixture.db.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM rooms WHERE room_id = $1 FOR UPDATE', [roomId]);
  const commit = commitMessages(fixture.db);
  expect(await commit([message], false)).toEqual([{ kind: 'busy' }]);
  const waiting = commit([message], true);
  await fixture.someoneWaits();
  await holder.commitTransaction();
  await holder.release();
  expect(await waiting).toMatchObject([{ kind: 'created', seq: 1 }]);
});
