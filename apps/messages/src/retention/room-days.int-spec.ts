import { testLog } from '@parley/testing';
import { explain } from '../explain.fixture';
import { pageHistory } from '../history/page-history';
import { messagesFixture, type MessagesFixture } from '../messages.fixture';
import { dropMessages, lookThroughOwn } from './drop-messages';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const running = new AbortController().signal;
const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3_600_000);

/** A room with a message of 40 days ago, one of 20 and one of now; kept for so many days, or for as long as all others. */
async function aRoomKept(days: number | null): Promise<() => Promise<number[]>> {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  for (const age of [40, 20, 0]) await fixture.fill(roomId, ane, 1, daysAgo(age));
  await fixture.db.query('UPDATE rooms SET keep_days = $2 WHERE room_id = $1', [roomId, days]);
  return async () => {
    const { messages } = await pageHistory(fixture.db, ane, { roomId, limit: 10 });
    return messages.map(({ seq }) => seq);
  };
}

it('keeps a room for its own days, fewer or more than all others, and leaves its places as they are', async () => {
  const [like, brief, long] = [await aRoomKept(null), await aRoomKept(10), await aRoomKept(365)];
  await dropMessages(fixture.db.manager, 30, running, testLog());
  expect([await like(), await brief(), await long()]).toEqual([[2, 3], [3], [1, 2, 3]]);
});

it('drops of rooms with days of their own where all others are kept for good', async () => {
  const [like, brief] = [await aRoomKept(null), await aRoomKept(10)];
  await dropMessages(fixture.db.manager, null, running, testLog());
  expect([await like(), await brief()]).toEqual([[1, 2, 3], [3]]);
});

it.each([0, -1, 36_501])('takes %d for no number of days', async (days) => {
  await expect(aRoomKept(days)).rejects.toThrow(/rooms_keep_days_check/);
});

it('looks at rooms with days of their own alone, where no others are due', async () => {
  await fixture.db.query(
    `INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at)
     SELECT gen_random_uuid(), 'group', 1, now(), now() FROM generate_series(1, 5000)`,
  );
  await fixture.db.query('ANALYZE rooms');
  const { nodes } = await explain(fixture.db, lookThroughOwn, ['00000000-0000-0000-0000-000000000000']);
  const rooms = nodes.filter((node) => node['Relation Name'] === 'rooms');
  expect(rooms.map((node) => node['Index Name'])).toEqual(['rooms_keep_days_idx']);
});
