import { eventually } from '@parley/testing';
import { anId, as, startTestChatrooms, type TestChatrooms } from '../fixture/chatrooms.fixture';
import { IdempotencyKeys } from './idempotency-keys';

let rooms: TestChatrooms;
beforeAll(async () => {
  rooms = await startTestChatrooms();
});
afterAll(() => rooms.close());

const found = (userId: string, idempotencyKey: string, title = 'Basque', client = rooms.client) =>
  client.create({ room: { kind: 'group', title, memberIds: [] }, idempotencyKey }, as(userId));

/** Lets so much time pass for a key. */
const age = (key: string, interval: string) =>
  rooms.db.query(
    `UPDATE idempotency_keys SET created_at = created_at - $2::interval, busy_until = busy_until - $2::interval WHERE key = $1`,
    [key, interval],
  );

it('answers a repeat as the first time, from any instance', async () => {
  const [ane, key] = [rooms.person(), anId()];
  const first = await found(ane, key);
  expect(await found(ane, key, 'Basque', rooms.other)).toEqual(first);
  expect(await rooms.db.query('SELECT user_id FROM members WHERE user_id = $1', [ane])).toHaveLength(1);
});

it('is a conflict with another body, and another’s key is none of ours', async () => {
  const [ane, jon, key] = [rooms.person(), rooms.person(), anId()];
  const first = await found(ane, key);
  await expect(found(ane, key, 'Catalan')).rejects.toMatchObject({ code: 'conflict' });
  const second = await found(jon, key, 'Catalan');
  expect(second.room.id).not.toBe(first.room.id);
});

it('is a conflict while the first is in flight', async () => {
  const [ane, key] = [rooms.person(), anId()];
  const release = rooms.messages.hold();
  const first = found(ane, key);
  await eventually(async () => {
    expect(
      await rooms.db.query('SELECT answer FROM idempotency_keys WHERE key = $1 AND answer IS NOT NULL', [key]),
    ).toHaveLength(1);
  });
  await expect(found(ane, key, 'Basque', rooms.other)).rejects.toMatchObject({ code: 'conflict' });
  release();
  const answer = await first;
  expect(await found(ane, key)).toEqual(answer);
});

it('makes one room of many at once', async () => {
  const [ane, key] = [rooms.person(), anId()];
  const attempts = Array.from({ length: 10 }, (_, place) =>
    found(ane, key, 'Basque', place % 2 ? rooms.client : rooms.other),
  );
  const results = await Promise.allSettled(attempts);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' });
  expect(results.some((result) => result.status === 'fulfilled')).toBe(true);
  expect(await rooms.db.query('SELECT user_id FROM members WHERE user_id = $1', [ane])).toHaveLength(1);
});

it('forgets a request that failed', async () => {
  const [ane, key] = [rooms.person(), anId()];
  const bad = { room: { kind: 'group' as const, title: 'Basque', memberIds: [anId()] }, idempotencyKey: key };
  await expect(rooms.client.create(bad, as(ane))).rejects.toMatchObject({ code: 'not_found' });
  expect(await found(ane, key)).toMatchObject({ created: true });
});

it('answers the room that was kept while the messages service was away', async () => {
  const [ane, key] = [rooms.person(), anId()];
  rooms.messages.setBroken(true);
  await expect(found(ane, key)).rejects.toMatchObject({ code: 'unavailable' });
  rooms.messages.setBroken(false);
  const { room, created, joined } = await found(ane, key);
  expect({ created, joined }).toEqual({ created: true, joined: [ane] });
  expect(rooms.messages.rolesIn(room.id)).toEqual({ [ane]: 'owner' });
  expect(await rooms.db.query('SELECT user_id FROM members WHERE user_id = $1', [ane])).toHaveLength(1);
});

it('answers the room again only to who is still in it, and tells only those to join who are', async () => {
  const [ane, jon, key] = [rooms.person(), rooms.person(), anId()];
  const request = { room: { kind: 'group' as const, title: 'Basque', memberIds: [jon] }, idempotencyKey: key };
  const { room, joined } = await rooms.client.create(request, as(ane));
  expect([...joined].sort()).toEqual([ane, jon].sort());
  await rooms.client.removeMember({ roomId: room.id, userId: jon }, as(ane));
  expect(await rooms.client.create(request, as(ane))).toEqual({ room, created: true, joined: [ane] });
  await rooms.client.removeMember({ roomId: room.id, userId: ane }, as(ane));
  await expect(rooms.client.create(request, as(ane))).rejects.toMatchObject({ code: 'not_found' });
});

it('frees the key of a process that died, and of a day ago', async () => {
  const [ane, key] = [rooms.person(), anId()];
  const keys = new IdempotencyKeys(rooms.db);
  const body = { kind: 'group', title: 'Basque', memberIds: [] };
  await keys.claim({ userId: ane, key, body });
  await expect(found(ane, key)).rejects.toMatchObject({ code: 'conflict' });
  await age(key, '31 seconds');
  const first = await found(ane, key);
  await age(key, '24 hours');
  const second = await found(ane, key, 'Catalan');
  expect(second.room.id).not.toBe(first.room.id);
});

it('lets a process that was held up keep no answer after another has taken over', async () => {
  const [ane, key] = [rooms.person(), anId()];
  const keys = new IdempotencyKeys(rooms.db);
  const late = await keys.claim({ userId: ane, key, body: { kind: 'group', title: 'Basque', memberIds: [] } });
  await age(key, '31 seconds');
  const first = await found(ane, key);
  await expect(late.keep(rooms.db.manager, {})).rejects.toMatchObject({ code: 'conflict' });
  await late.release();
  expect(await found(ane, key)).toEqual(first);
});

it('sweeps away what has expired and nothing else', async () => {
  const [ane, old, fresh] = [rooms.person(), anId(), anId()];
  const first = await found(ane, fresh);
  await found(ane, old);
  await age(old, '25 hours');
  await new IdempotencyKeys(rooms.db).sweep(new AbortController().signal);
  const left = await rooms.db.query<{ key: string }[]>('SELECT key FROM idempotency_keys WHERE user_id = $1', [ane]);
  expect(left).toEqual([{ key: fresh }]);
  expect(await found(ane, fresh)).toEqual(first);
});
