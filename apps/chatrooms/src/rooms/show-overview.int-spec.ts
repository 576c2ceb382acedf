import { jest } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { anId, as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';
import { markedRooms } from './show-overview';

const StatementSchema = z.object({ name: z.string(), values: z.array(z.unknown()) });

let rooms: TestChatrooms;
const setUp = { ane: '', ids: [] as string[] };
beforeAll(async () => {
  rooms = await startTestChatrooms();
  setUp.ane = rooms.person();
  for (let count = 0; count < 5; count++)
    setUp.ids.push((await rooms.group([setUp.ane, rooms.person()], `Room ${count}`)).id);
  // The last one made is the liveliest; the second is pinned, the third archived.
  rooms.messages.ranking.push(...setUp.ids.toReversed());
  await rooms.client.setMine({ roomId: idOf(1), settings: { pinned: true } }, as(setUp.ane));
  await rooms.client.setMine({ roomId: idOf(2), settings: { archived: true } }, as(setUp.ane));
});
afterAll(() => rooms.close());

const idOf = (place: number) => setUp.ids[place] ?? '';
async function overview(filter: 'active' | 'unread' | 'archived', limit = 50, cursor?: string) {
  const page = await rooms.client.overview({ filter, limit, cursor }, as(setUp.ane));
  return { ids: page.rooms.map((room) => room.id), nextCursor: page.nextCursor };
}

it('shows what is not archived, the pinned first, in the order of the messages service', async () => {
  expect(await overview('active')).toEqual({ ids: [idOf(1), idOf(4), idOf(3), idOf(0)], nextCursor: null });
});

it('shows what is archived, and of the rest what holds something unread', async () => {
  [0, 2, 4].forEach((place) => rooms.messages.unread.add(idOf(place)));
  expect(await overview('archived')).toEqual({ ids: [idOf(2)], nextCursor: null });
  expect(await overview('unread')).toEqual({ ids: [idOf(4), idOf(0)], nextCursor: null });
});

it('goes on from its cursor', async () => {
  const first = await overview('active', 3);
  expect(first.ids).toEqual([idOf(1), idOf(4), idOf(3)]);
  expect(await overview('active', 3, first.nextCursor ?? '')).toEqual({ ids: [idOf(0)], nextCursor: null });
});

it('fills the page up where the messages service has not heard yet that one has left', async () => {
  await rooms.db.query('DELETE FROM members WHERE room_id = $1 AND user_id = $2', [idOf(4), setUp.ane]);
  try {
    const page = await overview('active', 2);
    expect(page.ids).toEqual([idOf(1), idOf(3)]);
    expect(await overview('active', 2, page.nextCursor ?? '')).toEqual({ ids: [idOf(0)], nextCursor: null });
    expect(await overview('active', 4)).toEqual({ ids: [idOf(1), idOf(3), idOf(0)], nextCursor: null });
  } finally {
    await rooms.db.query(
      `INSERT INTO members (room_id, user_id, role, joined_at, joined_version) VALUES ($1, $2, 'owner', now(), 1)`,
      [idOf(4), setUp.ane],
    );
  }
});

it('reads of a member of 2,000 rooms what is pinned or archived, and no other', async () => {
  const somebody = rooms.person();
  const plan = await rooms.db.transaction(async (manager) => {
    await manager.query(
      `WITH made AS (
        INSERT INTO rooms (room_id, kind, title, membership_version, replicated_version, created_at, updated_at)
        SELECT gen_random_uuid(), 'group', 'One of many', 1, 1, now(), now() FROM generate_series(1, 2000) RETURNING room_id
      ) INSERT INTO members (room_id, user_id, role, joined_at, joined_version, pinned, archived)
      SELECT room_id, $1, 'member', now(), 1, place <= 3, place BETWEEN 3 AND 7
      FROM (SELECT room_id, row_number() OVER () AS place FROM made) numbered`,
      [somebody],
    );
    await manager.query('ANALYZE members');
    return JSON.stringify(await manager.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${markedRooms.text}`, [somebody]));
  });
  expect(plan).toContain('"Index Name":"members_marked_idx"');
  expect(plan).toMatch(/^\[\{"QUERY PLAN":\[\{"Plan":\{[^{[]*"Actual Rows":7[,.]/);
  expect(plan).not.toContain('Rows Removed by Filter');
  expect(plan).not.toContain('Seq Scan');
});

it('asks two queries, for one room as for all', async () => {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    for (const limit of [1, 50]) {
      query.mockClear();
      await overview('active', limit);
      const asked = query.mock.calls.flatMap(
        ([statement]: unknown[]) => StatementSchema.safeParse(statement).data ?? [],
      );
      // What the service does by itself meanwhile names nobody.
      const names = asked.filter(({ values }) => values[0] === setUp.ane).map(({ name }) => name);
      expect(names).toEqual(['overview_marked_rooms', 'room_records']);
    }
  } finally {
    query.mockRestore();
  }
});

it('answers records in the order asked, and none of rooms that one is not in', async () => {
  const foreign = await rooms.group([rooms.person()]);
  const asked = [idOf(3), foreign.id, anId(), idOf(0)];
  const { rooms: records } = await rooms.client.records({ roomIds: asked }, as(setUp.ane));
  expect(records.map(({ id, title }) => [id, title])).toEqual([
    [idOf(3), 'Room 3'],
    [idOf(0), 'Room 0'],
  ]);
});

it('is unavailable with the messages service', async () => {
  const somebody = rooms.person();
  await rooms.messages.close();
  await expect(rooms.client.overview({ filter: 'active', limit: 1 }, as(somebody))).rejects.toMatchObject({
    code: 'unavailable',
  });
});
