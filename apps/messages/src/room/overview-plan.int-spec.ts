import { jest } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { explain } from '../explain.fixture';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { rankRooms, rankStatement } from './rank-rooms';
import { roomStates, roomStatesStatement } from './room-states';

const ROOMS = 200;
const LENGTH = 50;
const StatementSchema = z.object({ name: z.string() });
const [ane, jon] = [aPerson(), aPerson()];
let fixture: MessagesFixture;
let ids: string[];
beforeAll(async () => {
  fixture = await messagesFixture();
  // Among as many rooms of others that reading them all would be dear.
  const made = await fixture.db.query<{ ids: string[] }[]>(
    `WITH made AS (
      INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at, last_seq, revision)
      SELECT gen_random_uuid(), 'group', 1, now(), now(), ${LENGTH}, ${LENGTH} FROM generate_series(1, ${ROOMS} * 20) RETURNING room_id
    ), mine AS (
      SELECT room_id FROM made LIMIT ${ROOMS}
    ), seated AS (
      INSERT INTO members (room_id, user_id, role, last_read_seq)
      SELECT room_id, $1::uuid, 'member', 0 FROM mine UNION ALL SELECT room_id, $2::uuid, 'member', ${LENGTH} FROM mine
      UNION ALL SELECT room_id, gen_random_uuid(), 'member', 0 FROM made
    ), private AS (
      INSERT INTO privacy (user_id, send_read_receipts, send_typing, version) SELECT gen_random_uuid(), false, false, 1 FROM made
    ), said AS (
      INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
      SELECT room_id, n, n, gen_random_uuid(), gen_random_uuid(), $2, now(), 'Message' FROM mine CROSS JOIN generate_series(1, ${LENGTH}) n
    ) SELECT array_agg(room_id) AS ids FROM mine`,
    [ane, jon],
  );
  ids = made[0]?.ids ?? [];
  await fixture.db.query('ANALYZE');
});
afterAll(() => fixture.close());

it.each([true, false])('asks as many queries for %j', async (unreadOnly) => {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    for (const count of [1, ROOMS]) {
      query.mockClear();
      await rankRooms(fixture.db, ane, { pinned: [], others: ids.slice(0, count), unreadOnly, limit: 50 });
      await roomStates(fixture.db, ane, { roomIds: ids.slice(0, Math.min(count, 50)) });
      const names = query.mock.calls.flatMap(([asked]: unknown[]) => StatementSchema.safeParse(asked).data?.name ?? []);
      expect(names).toEqual(['rank_rooms', 'room_states']);
    }
  } finally {
    query.mockRestore();
  }
});

it.each([
  ['ranks all rooms without a message of theirs', false, null, 0],
  ['finds the unread without reading them', true, null, 0],
  ['goes on without a message where nothing was sent meanwhile', false, '2100-01-01T00:00:00.000Z', 0],
] as const)('%s, by indexes', async (_, unreadOnly, asOf, rows) => {
  const cursor = [asOf, asOf && false, asOf, asOf && aPerson()];
  const { historyRows, nodes } = await explain(fixture.db, rankStatement, [
    ...[ane, ids.slice(0, 3), null, ids.slice(3, 6), unreadOnly, ...cursor, 51],
  ]);
  expect(historyRows).toBe(rows);
  expect(sequential(nodes)).toEqual([]);
});

it('shows a page of rooms by a message of each', async () => {
  const page = ids.slice(0, 50);
  const { historyRows, nodes } = await explain(fixture.db, roomStatesStatement, [ane, page]);
  expect(historyRows).toBe(page.length);
  expect(sequential(nodes)).toEqual([]);
});

/** What was read from the first row to the last. */
function sequential(nodes: readonly { 'Node Type': string; 'Relation Name'?: string | undefined }[]) {
  return nodes.filter((node) => node['Node Type'].includes('Seq Scan')).map((node) => node['Relation Name']);
}
