import { randomUUID } from 'node:crypto';
import { TestRealtime, type TestClient } from '../gateway.fixture';

let realtime: TestRealtime;
let alice: string;
beforeAll(async () => {
  realtime = await TestRealtime.start();
  alice = realtime.world.person('Alice');
});
afterAll(() => realtime.close());

it('S6: warns a minute before the token expires, goes on with a new one, and ends with the last', async () => {
  const sessionId = randomUUID();
  const client = await realtime.connect(alice, { sessionId, expiresIn: 4 });
  const [warning] = await client.hears('session:expiring');
  expect(warning?.expiresInMs).toBeLessThanOrEqual(4_000);
  const token = await realtime.world.token(alice, { sessionId, expiresIn: 5 });
  expect(await client.command('session:renew', { token })).toEqual({
    ok: true,
    data: { expiresInMs: expect.any(Number) },
  });
  await client.hears('session:expiring', 2);
  const renewedAt = Date.now();
  expect(await client.disconnected()).toBe('io server disconnect');
  expect(Date.now() - renewedAt).toBeGreaterThan(2_000);
});

it('goes on with nobody else’s token, and with none of another session', async () => {
  const sessionId = randomUUID();
  const client = await realtime.connect(alice, { sessionId });
  const renew = (token: string) => client.command('session:renew', { token });
  const foreign = await realtime.world.token(realtime.world.person('Bob'), { sessionId });
  expect(await renew(foreign)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await renew(await realtime.world.token(alice))).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await renew('garbage')).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  expect(client.socket.connected).toBe(true);
});

it('S6: carries out no command that was given after the token expired', async () => {
  const { world } = realtime;
  const hasty = world.person('Hasty');
  const room = world.room('group', [hasty]);
  const client = await realtime.connect(hasty, { expiresIn: 3 });
  // Tokens end on a full second, and this one was made before it was connected.
  const expiredAt = Math.floor(Date.now() / 1_000 + 3) * 1_000;
  const late: unknown[] = [];
  while (client.disconnectedBy === undefined) {
    const isLate = Date.now() > expiredAt;
    const answer = await client
      .command('room:read', { roomId: room.id, seq: 0 })
      .catch(() => ({ ok: false, error: { code: 'unauthenticated' } }));
    if (isLate) late.push(answer);
  }
  for (const answer of late) expect(answer).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
});

/** Keeps this process, the node in it included, from doing anything at all. */
const standStill = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it('a node that stood still carries out nothing for sessions that ended or expired meanwhile', async () => {
  const { world } = realtime;
  const people = ['Lasting', 'Revoked', 'Expired'].map((name) => world.person(name));
  const room = world.room('group', people);
  const revoked = randomUUID();
  const [lasting, ended, expired] = await Promise.all([
    realtime.connect(people[0] ?? ''),
    realtime.connect(people[1] ?? '', { sessionId: revoked }),
    realtime.connect(people[2] ?? '', { expiresIn: 5 }),
  ]);
  const say = (client: TestClient, text: string) =>
    client.command('message:send', { roomId: room.id, clientMessageId: randomUUID(), text }).catch(() => 'no answer');
  world.endSession(revoked);
  const said = [say(lasting, 'lasting'), say(ended, 'revoked'), say(expired, 'expired')];
  standStill(5_500);
  expect(await said[0]).toMatchObject({ ok: true });
  await Promise.all([ended.disconnected(), expired.disconnected()]);
  expect(room.messages.map(({ text }) => text)).toEqual(['lasting']);
});
