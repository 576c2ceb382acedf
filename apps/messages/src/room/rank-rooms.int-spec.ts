import fc from 'fast-check';
import { aPerson, messagesFixture, type MessagesFixture, type TestRoom } from '../messages.fixture';
import { markRead } from './mark-read';
import { rankRooms } from './rank-rooms';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

/** Rooms of one person whose last activity lies 0, 1, 2 … days back. */
async function rooms(count: number, people: readonly string[]): Promise<TestRoom[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, days) => {
      const room = await fixture.aRoom({ people, createdAt: daysAgo(100).toISOString() });
      await fixture.fill(room.roomId, people[0] ?? '', 2, daysAgo(days));
      return room;
    }),
  );
}

const ids = (list: readonly TestRoom[]) => list.map((room) => room.roomId);

function rank(userId: string, question: Partial<Parameters<typeof rankRooms>[2]>) {
  return rankRooms(fixture.db, userId, { pinned: [], others: [], unreadOnly: false, limit: 50, ...question });
}

it('puts the pinned first and each group by latest activity', async () => {
  const people = [aPerson(), aPerson()];
  const [r0, r1, r2, r3, r4] = ids(await rooms(5, people));
  if (!r0 || !r1 || !r2 || !r3 || !r4) throw new Error('Five rooms were made.');
  const [, jon = ''] = people;
  expect(await rank(jon, { pinned: [r4, r1], others: [r3, r0, r2] })).toEqual({
    roomIds: [r1, r4, r0, r2, r3],
    nextCursor: null,
  });
});

it('ranks a room that has no message by its creation', async () => {
  const people = [aPerson()];
  const [ane = ''] = people;
  const [young, old] = await rooms(2, people);
  const empty = await fixture.aRoom({ people, createdAt: daysAgo(0.5).toISOString() });
  const asked = ids([old, empty, young].flatMap((room) => room ?? []));
  expect(await rank(ane, { others: asked })).toMatchObject({
    roomIds: ids([young, empty, old].flatMap((room) => room ?? [])),
  });
});

it('answers only rooms that the person is in, and only unread ones where asked', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const mine = await rooms(3, people);
  const foreign = await fixture.aRoom();
  const others = [...ids(mine), foreign.roomId];
  const [first] = ids(mine);
  if (!first) throw new Error('Three rooms were made.');
  await markRead(fixture.db, jon, { roomId: first, seq: 2 });
  expect(await rank(jon, { others })).toMatchObject({ roomIds: ids(mine) });
  expect(await rank(jon, { others, unreadOnly: true })).toMatchObject({ roomIds: ids(mine.slice(1)) });
  expect(await rank(ane, { others, unreadOnly: true })).toMatchObject({ roomIds: [] });
});

it('takes all rooms of the person but those that are left out, where none are named', async () => {
  const people = [aPerson(), aPerson()];
  const [, jon = ''] = people;
  const [r0 = '', r1 = '', r2 = '', r3 = ''] = ids(await rooms(4, people));
  await fixture.aRoom();
  const asked = { others: undefined, pinned: [r2] };
  expect(await rank(jon, asked)).toMatchObject({ roomIds: [r2, r0, r1, r3] });
  expect(await rank(jon, { ...asked, except: [r0, r3] })).toMatchObject({ roomIds: [r2, r1] });
  await markRead(fixture.db, jon, { roomId: r1, seq: 2 });
  expect(await rank(jon, { ...asked, except: [r0], unreadOnly: true })).toMatchObject({ roomIds: [r2, r3] });
});

it('meets each room once on a walk, in the order of its beginning, whatever is sent meanwhile', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const all = ids(await rooms(9, people));
  const pinned = all.slice(0, 9).filter((_, place) => place % 4 === 3);
  const named = { pinned, others: all.filter((roomId) => !pinned.includes(roomId)) };
  // The last two are left out, one of them pinned.
  const allBut = { pinned, others: undefined, except: all.slice(6, 8) };
  const run = async (asked: typeof named | typeof allBut, limit: number, sends: readonly (readonly number[])[]) => {
    const before = (await rank(jon, asked)).roomIds;
    expect(before).toHaveLength(asked === named ? 9 : 7);
    const met: string[] = [];
    let cursor: string | undefined;
    for (let step = 0; step === 0 || cursor; step++) {
      const page = await rank(jon, { ...asked, limit, ...(cursor ? { cursor } : {}) });
      met.push(...page.roomIds);
      cursor = page.nextCursor ?? undefined;
      for (const place of sends[step] ?? []) await fixture.send(all[place] ?? '', ane);
    }
    expect(met).toEqual(before);
  };
  const sends = fc.array(fc.array(fc.nat({ max: 8 }), { maxLength: 3 }), { maxLength: 9 });
  const forms = fc.constantFrom(named, allBut);
  await fc.assert(fc.asyncProperty(forms, fc.integer({ min: 1, max: 10 }), sends, run), { numRuns: 25 });
  expect(await rank(jon, { others: [] })).toEqual({ roomIds: [], nextCursor: null });
});

it('does not meet a room of more than a look back of messages again', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const others = ids(await rooms(4, people));
  const [first, second, third, fourth] = others;
  const { roomIds, nextCursor } = await rank(jon, { others, limit: 2 });
  expect(roomIds).toEqual([first, second]);
  await fixture.fill(second ?? '', ane, 300, new Date(Date.now() + DAY));
  expect(await rank(jon, { others, limit: 5, cursor: nextCursor ?? '' })).toEqual({
    roomIds: [third, fourth],
    nextCursor: null,
  });
});

it.each(['', 'x', 'e30', Buffer.from('{"asOf":"yesterday"}').toString('base64url'), '💥'])(
  'refuses the cursor %j',
  async (cursor) => {
    await expect(rank(aPerson(), { cursor })).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'cursor' }],
    });
  },
);
