import { randomUUID } from 'node:crypto';
import { eventually } from '@parley/testing';
import { TestClient, TestRealtime } from '../gateway.fixture';

let realtime: TestRealtime;
let ana: string;
beforeAll(async () => {
  realtime = await TestRealtime.start({ environment: { LONG_POLLING: 'on', SOCKETS_PER_ADDRESS: '2' } });
  ana = realtime.world.person('Ana');
});
afterAll(() => realtime.close());

async function polling(userId: string): Promise<TestClient> {
  const client = new TestClient(realtime.only.url, {
    ...{ transports: ['polling'], auth: { token: await realtime.world.token(userId) } },
  });
  await client.connected();
  return client;
}

it('with the switch, a client that polls gives commands and hears messages, and is counted as one connection until it leaves', async () => {
  const ben = realtime.world.person('Ben');
  const room = realtime.world.room('group', [ana, ben]);
  const [polls, other] = [await polling(ana), await realtime.connect(ben)];
  const send = (client: TestClient, text: string) =>
    client.command('message:send', { roomId: room.id, clientMessageId: randomUUID(), text });
  expect(await send(other, 'to whoever polls')).toMatchObject({ ok: true });
  expect(await send(polls, 'by whoever polls')).toMatchObject({ ok: true });
  for (const client of [polls, other]) {
    const heard = await client.hears('message:created', 2);
    expect(heard.map(({ text }) => text)).toEqual(['to whoever polls', 'by whoever polls']);
  }
  expect(polls.socket.io.engine.transport.name).toBe('polling');

  // It has made many requests by now.
  const auth = { token: await realtime.world.token(ana) };
  expect(await realtime.refusal({ transports: ['polling'], auth })).toBeUndefined();
  polls.socket.disconnect();
  const again = await eventually(() => polling(ana));
  for (const client of [again, other]) client.socket.disconnect();
});

it('what polls is let in as what comes by WebSocket is', async () => {
  const token = await realtime.world.token(ana);
  const evil = { origin: 'https://evil.example' };
  for (const options of [{ extraHeaders: evil }, { query: { token } }]) {
    expect(await realtime.refusal({ transports: ['polling'], auth: { token }, ...options })).toBeUndefined();
  }
  await eventually(async () => {
    const refused = await realtime.refusal({ transports: ['polling'], auth: {} });
    expect(refused).toMatchObject({ code: 'unauthenticated' });
  });
});

it('a page of ours on another origin may read the answers', async () => {
  const poll = `${realtime.only.url}/socket.io/?EIO=4&transport=polling`;
  const answer = await eventually(async () => {
    const one = await fetch(poll, { headers: { origin: realtime.world.origin } });
    expect(one.status).toBe(200);
    return one;
  });
  expect(answer.headers.get('access-control-allow-origin')).toBe(realtime.world.origin);
  // Whoever began and never says who they are is gone after a while, and whoever is refused has begun nothing.
  expect((await fetch(poll, { headers: { origin: 'null' } })).status).toBe(403);
});

it('while it drains, it tells a proxy to send no others, and goes on with those that poll until it has moved them', async () => {
  const health = `${realtime.only.url}/health/sockets`;
  const statusOf = async (): Promise<number> => (await fetch(health)).status;
  const dan = realtime.world.person('Dan');
  const room = realtime.world.room('group', [dan]);
  const client = await eventually(() => polling(dan));
  expect(await statusOf()).toBe(200);
  realtime.only.readiness.markDraining();
  expect(await statusOf()).toBe(404);
  const sent = await client.command('message:send', { roomId: room.id, clientMessageId: randomUUID(), text: 'still' });
  expect(sent).toMatchObject({ ok: true });
  await client.hears('message:created');
});
