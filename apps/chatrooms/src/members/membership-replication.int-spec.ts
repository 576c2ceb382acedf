import { eventually } from '@parley/testing';
import { as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';

let rooms: TestChatrooms;
beforeAll(async () => {
  rooms = await startTestChatrooms();
});
afterAll(() => rooms.close());

it('sends again what was not confirmed, and stops once it is', async () => {
  const [ane, jon] = [rooms.person(), rooms.person()];
  const { id } = await rooms.group([ane, jon]);
  const told = rooms.messages.toldOf(id);
  rooms.messages.setBroken(true);
  await expect(rooms.client.removeMember({ roomId: id, userId: jon }, as(ane))).rejects.toMatchObject({
    code: 'unavailable',
  });
  expect(rooms.messages.rolesIn(id)).toEqual({ [ane]: 'owner', [jon]: 'member' });
  rooms.messages.setBroken(false);
  await eventually(() => expect(rooms.messages.rolesIn(id)).toEqual({ [ane]: 'owner' }));
  await eventually(async () => {
    const [room] = await rooms.db.query<object[]>(
      'SELECT membership_version, replicated_version FROM rooms WHERE room_id = $1',
      [id],
    );
    expect(room).toEqual({ membership_version: 2, replicated_version: 2 });
  });
  // Two instances, each of which may have sent it once.
  expect(rooms.messages.toldOf(id) - told).toBeLessThanOrEqual(2);
});

it('looks for what is unconfirmed in an index that holds nothing else', async () => {
  await rooms.db.query(
    `INSERT INTO rooms (room_id, kind, title, membership_version, replicated_version, created_at, updated_at)
     SELECT gen_random_uuid(), 'group', 'Old', 1, 1, now(), now() FROM generate_series(1, 5000)`,
  );
  await rooms.db.query('ANALYZE rooms');
  const plan = await rooms.db.query<object[]>(
    `EXPLAIN SELECT room_id FROM rooms WHERE replicated_version < membership_version AND room_id > gen_random_uuid()
     ORDER BY room_id LIMIT 100`,
  );
  expect(JSON.stringify(plan)).toContain('rooms_unconfirmed_idx');
});
