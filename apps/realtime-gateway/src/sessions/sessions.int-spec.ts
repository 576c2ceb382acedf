import { randomUUID } from 'node:crypto';
import { TestRealtime } from '../gateway.fixture';

let realtime: TestRealtime;
let alice: string;
beforeAll(async () => {
  realtime = await TestRealtime.start();
  alice = realtime.world.person('Alice');
});
afterAll(() => realtime.close());

it('warns a minute before the token expires, goes on with a new one, and ends with the last', async () => {
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
