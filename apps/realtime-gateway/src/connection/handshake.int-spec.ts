import { once } from 'node:events';
import { eventually } from '@parley/testing';
import { bareUpgrade, textFrame } from '../bare-upgrade.fixture';
import { TestRealtime } from '../gateway.fixture';
import { RawConnection } from '../raw-connection.fixture';

let realtime: TestRealtime;
let alice: string;
beforeAll(async () => {
  realtime = await TestRealtime.start({ environment: { SOCKETS_PER_USER: '3' } });
  alice = realtime.world.person('Alice');
});
afterAll(() => realtime.close());

it.each<[string, unknown]>([
  ['no token', {}],
  ['an empty one', { token: '' }],
  ['garbage', { token: 'a.b.c' }],
  ['what is no text', { token: { toString: 'x' } }],
  ['one of 10,000 characters', { token: 'x'.repeat(10_000) }],
])('S1: %s is refused before any event or room', async (_, auth) => {
  expect(await realtime.refusal({ auth: auth as object })).toMatchObject({
    code: 'unauthenticated',
    title: expect.any(String),
  });
  expect(realtime.world.calls).not.toContain('messages.membershipsOf');
});

it.each([
  ['an expired token', { expiresIn: -1 }],
  ['a token for another audience', { claims: { aud: 'https://other.example' } }],
  ['a token of another issuer', { claims: { iss: 'https://other.example' } }],
  ['another kind of token', { header: { typ: 'JWT' } }],
  ['a key that nobody knows', { header: { kid: 'foreign' } }],
  ['a token that lives for a day', { expiresIn: 86_400 }],
])('S2, S3: %s is refused', async (_, options) => {
  const token = await realtime.world.token(alice, options);
  expect(await realtime.refusal({ auth: { token } })).toMatchObject({ code: 'unauthenticated' });
});

it('S7: a token of a session that has ended is refused', async () => {
  const sessionId = '0190f5fe-7c00-7a00-8abc-000000000001';
  const client = await realtime.connect(alice, { sessionId });
  realtime.world.endSession(sessionId);
  expect(await client.hears('session:revoked')).toEqual([{ reason: 'signed out' }]);
  expect(await client.disconnected()).toBe('io server disconnect');
  const token = await realtime.world.token(alice, { sessionId });
  expect(await realtime.refusal({ auth: { token } })).toMatchObject({ code: 'unauthenticated' });
});

it.each(['https://evil.example', 'null', 'http://localhost:8080.evil.example'])(
  'S4: a page of %s is refused',
  async (origin) => {
    const token = await realtime.world.token(alice);
    expect(await realtime.refusal({ auth: { token }, extraHeaders: { origin } })).toBeUndefined();
  },
);

it('a page of our own is let in', async () => {
  const client = await realtime.connect(alice, { origin: realtime.world.origin });
  expect(client.socket.connected).toBe(true);
});

it('S5: a token in the address is refused', async () => {
  const token = await realtime.world.token(alice);
  expect(await realtime.refusal({ auth: { token }, query: { token } })).toBeUndefined();
});

it('S10: one socket too many is refused, and let in once another has gone', async () => {
  const bob = realtime.world.person('Bob');
  const clients = [];
  for (let i = 0; i < 3; i++) clients.push(await realtime.connect(bob));
  const token = await realtime.world.token(bob);
  expect(await realtime.refusal({ auth: { token } })).toMatchObject({ code: 'rate_limited' });
  clients[0]?.socket.disconnect();
  await clients[0]?.disconnected();
  await realtime.connect(bob);
});

it('a connection carries one socket, and ends with it', async () => {
  const carol = realtime.world.person('Carol');
  const handshake = `40${JSON.stringify({ token: await realtime.world.token(carol) })}`;
  for (let i = 0; i < 5; i++) {
    const raw = await RawConnection.open(realtime.only.url);
    for (const packet of [handshake, handshake, handshake, handshake]) raw.send(packet);
    await eventually(() => expect(raw.received).toContainEqual(expect.stringMatching(/^40\{"sid"/)));
    await eventually(() => expect(raw.received.filter((packet) => packet.includes('"conflict"'))).toHaveLength(3));
    raw.send('41');
    await raw.closed;
  }
});

it('S24: nothing but WebSocket is spoken', async () => {
  const polling = await fetch(`${realtime.only.url}/socket.io/?EIO=4&transport=polling`);
  expect(polling.status).toBe(400);
  const nothing = await fetch(`${realtime.only.url}/api/v1/users/me`);
  expect(nothing.status).toBe(404);
  expect(await nothing.json()).toMatchObject({ code: 'not_found', status: 404 });
});

it('a connection that is there lets no other in, and a page of others asks in vain without its origin', async () => {
  const first = await RawConnection.open(realtime.only.url);
  const opening = await eventually(() => {
    expect(first.received[0]).toMatch(/^0\{/);
    return first.received[0] ?? '';
  });
  const { sid } = JSON.parse(opening.slice(1)) as { sid: string };
  const second = await bareUpgrade(realtime.only.url, '', `&sid=${sid}`);
  expect(second.answer).toMatch(/^HTTP\/1\.1 400 /);
  const picture = await bareUpgrade(realtime.only.url, 'Sec-Fetch-Site: cross-site\r\n');
  expect(picture.answer).toMatch(/^HTTP\/1\.1 400 [^]*this origin may not connect/);
  first.send('41');
});

it('S9: a connection that never says who it is is dropped within ten seconds, whatever else it says', async () => {
  const start = performance.now();
  const [silent, busy] = [await RawConnection.open(realtime.only.url), await RawConnection.open(realtime.only.url)];
  busy.send('40/elsewhere,');
  const talking = setInterval(() => busy.send('3'), 500);
  // They do not even answer that the connection is closed.
  const [deaf, liar] = [await bareUpgrade(realtime.only.url), await bareUpgrade(realtime.only.url)];
  liar.socket.write(textFrame(`40${JSON.stringify({ token: 'rubbish' })}`));
  await Promise.all([silent.closed, busy.closed, once(deaf.socket, 'close'), once(liar.socket, 'close')]);
  clearInterval(talking);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('S10, S11: one connection too many of an address is refused, whatever it says of where it comes from', async () => {
  const environment = { SOCKETS_PER_ADDRESS: '2', TRUSTED_PROXIES: '10.0.0.1' };
  const strict = await TestRealtime.start({ environment });
  try {
    const [first] = [
      await strict.connect(strict.world.person('One')),
      await strict.connect(strict.world.person('Two')),
    ];
    const token = await strict.world.token(strict.world.person('Three'));
    const extraHeaders = { 'x-forwarded-for': '203.0.113.9' };
    expect(await strict.refusal({ auth: { token }, extraHeaders })).toBeUndefined();
    first.socket.disconnect();
    await eventually(() => strict.connectWith(token));
  } finally {
    await strict.close();
  }
});
