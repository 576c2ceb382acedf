import fc from 'fast-check';
import { explain } from '../explain.fixture';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { dropFirst } from '../retention/drop-messages';
import { pageHistory, pageStatement } from './page-history';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

interface Question {
  before?: number;
  after?: number;
  around?: number;
  limit: number;
}

async function page(roomId: string, userId: string, question: Question) {
  const { messages, ...rest } = await pageHistory(fixture.db, userId, { roomId, ...question });
  return { seqs: messages.map((message) => message.seq), ...rest };
}

/** The page by another way: of all places of the room those that the contract's words pick. */
function pageOf({ dropped, lastSeq }: { dropped: number; lastSeq: number }, question: Question) {
  const { before, after, around, limit } = question;
  const all = Array.from({ length: lastSeq - dropped }, (_, place) => dropped + place + 1);
  const wanted = (around ?? 0) - 1 - dropped - Math.floor(limit / 2);
  const middle = Math.min(Math.max(0, wanted), Math.max(0, all.length - limit));
  const seqs =
    after !== undefined
      ? all.filter((seq) => seq > after).slice(0, limit)
      : around !== undefined
        ? all.slice(middle, middle + limit)
        : all.filter((seq) => before === undefined || seq < before).slice(-limit);
  const [first = after === undefined ? 0 : lastSeq + 1] = seqs;
  return {
    seqs,
    hasBefore: all.some((seq) => seq < first),
    hasAfter: all.some((seq) => seq > (seqs.at(-1) ?? after ?? 0)),
    lastSeq,
  };
}

it('answers the same as reading everything, in rooms of any length, of which any part was dropped, and at any place', async () => {
  const reader = aPerson();
  const rooms = await Promise.all(
    [
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 7],
      [0, 30],
      [1, 0],
      [2, 1],
      [30, 0],
      [12, 20],
    ].map(async ([dropped = 0, kept = 0]) => {
      const { roomId } = await fixture.aRoom({ people: [reader] });
      await fixture.fill(roomId, reader, dropped, new Date(Date.now() - 31 * 24 * 3_600_000));
      await fixture.fill(roomId, reader, kept);
      expect(await dropFirst(fixture.db.manager, roomId, 30, 100)).toBe(dropped);
      return { roomId, dropped, lastSeq: dropped + kept };
    }),
  );
  const place = fc.oneof(fc.nat({ max: 35 }), fc.constantFrom(1_000_000, Number.MAX_SAFE_INTEGER));
  const mode = fc.oneof(
    fc.constant({}),
    fc.record({ before: place }),
    fc.record({ after: place }),
    fc.record({ around: place }),
  );
  const limit = fc.oneof(fc.integer({ min: 1, max: 35 }), fc.constant(200));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...rooms), mode, limit, async ({ roomId, ...length }, asked, limit) => {
      const question = { ...asked, limit };
      expect(await page(roomId, reader, question)).toEqual(pageOf(length, question));
    }),
    { numRuns: 400 },
  );
});

it.each<[Question, object]>([
  [
    { before: 1, limit: 5 },
    { seqs: [], hasBefore: false, hasAfter: true, lastSeq: 12 },
  ],
  [
    { before: 99, limit: 5 },
    { seqs: [8, 9, 10, 11, 12], hasBefore: true, hasAfter: false, lastSeq: 12 },
  ],
  [
    { after: 0, limit: 5 },
    { seqs: [1, 2, 3, 4, 5], hasBefore: false, hasAfter: true, lastSeq: 12 },
  ],
  [
    { after: 99, limit: 5 },
    { seqs: [], hasBefore: true, hasAfter: false, lastSeq: 12 },
  ],
  [
    { around: 1, limit: 5 },
    { seqs: [1, 2, 3, 4, 5], hasBefore: false, hasAfter: true, lastSeq: 12 },
  ],
  [
    { around: 6, limit: 5 },
    { seqs: [4, 5, 6, 7, 8], hasBefore: true, hasAfter: true, lastSeq: 12 },
  ],
  [
    { around: 99, limit: 5 },
    { seqs: [8, 9, 10, 11, 12], hasBefore: true, hasAfter: false, lastSeq: 12 },
  ],
  [{ limit: 5 }, { seqs: [8, 9, 10, 11, 12], hasBefore: true, hasAfter: false, lastSeq: 12 }],
])('of twelve messages %j is %j', async (question, answer) => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.fill(roomId, ane, 12);
  expect(await page(roomId, ane, question)).toEqual(answer);
});

it('is not found by who is not in the room', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, 3);
  await setPeople([ane]);
  await expect(page(roomId, jon, { limit: 5 })).rejects.toMatchObject({ code: 'not_found' });
  await expect(page(roomId, aPerson(), { limit: 5 })).rejects.toMatchObject({ code: 'not_found' });
  await expect(page(aPerson(), ane, { limit: 5 })).rejects.toMatchObject({ code: 'not_found' });
});

it('reads as many rows as it answers, by the primary key, however deep in the room', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.fill(roomId, ane, 5_000);
  await fixture.db.query('ANALYZE');
  for (const first of [1, 2_500, 4_951]) {
    const { historyRows, historyIndexes } = await explain(fixture.db, pageStatement, [
      roomId,
      ane,
      first,
      50,
      true,
      false,
    ]);
    expect({ historyRows, historyIndexes }).toEqual({ historyRows: 50, historyIndexes: ['pkey'] });
  }
});

it('of replies and reactions is still one statement, which reads what is answered by place', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.fill(roomId, ane, 300);
  await fixture.db.query('UPDATE messages SET reply_to_seq = seq - 100 WHERE room_id = $1 AND seq > 100', [roomId]);
  await fixture.db.query('ANALYZE messages');
  const explained = await explain(fixture.db, pageStatement, [roomId, ane, 251, 50, true, false]);
  expect(explained).toMatchObject({ historyRows: 100, historyIndexes: ['pkey'] });
  const { messages } = await pageHistory(fixture.db, ane, { roomId, limit: 2 });
  expect(messages.map(({ replyTo }) => replyTo?.seq)).toEqual([199, 200]);
});
