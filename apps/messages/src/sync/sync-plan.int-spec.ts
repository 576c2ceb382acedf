import { jest } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { explain } from '../explain.fixture';
import { aPerson, messagesFixture, type MessagesFixture, type TestRoom } from '../messages.fixture';
import { changesStatement, unreadStatement } from './sync-statements';
import { syncRooms } from './sync-rooms';

const StatementSchema = z.object({ name: z.string() });
const [ane, jon] = [aPerson(), aPerson()];
let fixture: MessagesFixture;
let rooms: TestRoom[];
beforeAll(async () => {
  fixture = await messagesFixture();
  rooms = await Promise.all(Array.from({ length: 60 }, () => fixture.aRoom({ people: [ane, jon] })));
  await Promise.all(rooms.map(({ roomId }) => fixture.fill(roomId, ane, 250)));
  await fixture.db.query('ANALYZE');
});
afterAll(() => fixture.close());

it('asks as many queries for sixty rooms as for one', async () => {
  const query = jest.spyOn(Client.prototype, 'query');
  const queriesFor = async (count: number) => {
    query.mockClear();
    await syncRooms(fixture.db, jon, {
      rooms: Object.fromEntries(rooms.slice(0, count).map(({ roomId }) => [roomId, 0])),
    });
    return query.mock.calls.flatMap(([asked]: unknown[]) => StatementSchema.safeParse(asked).data?.name ?? []);
  };
  try {
    expect(await queriesFor(1)).toEqual(['sync_heads', 'sync_heads', 'sync_changes', 'sync_unread']);
    expect(await queriesFor(60)).toEqual(['sync_heads', 'sync_heads', 'sync_changes', 'sync_unread']);
  } finally {
    query.mockRestore();
  }
});

it('stops reading when the answer is full, and reads by the index of revisions alone', async () => {
  const ids = rooms.map(({ roomId }) => roomId);
  const { historyRows, historyIndexes } = await explain(fixture.db, changesStatement, [ids, ids.map(() => 0)]);
  expect(historyIndexes).toEqual(['room_id_revision_key']);
  // A thousand are answered; a sort by room may have read into one more.
  expect(historyRows).toBeLessThanOrEqual(1_200);
});

it('counts what is unread without reading it', async () => {
  const ids = rooms.map(({ roomId }) => roomId);
  const { historyRows, historyIndexes } = await explain(fixture.db, unreadStatement, [jon, ids]);
  expect({ historyRows, historyIndexes }).toEqual({ historyRows: 0, historyIndexes: ['room_id_seq_idx'] });
});
