import { connect } from 'node:net';
import { eventually } from '@parley/testing';
import { TestRealtime } from '../gateway.fixture';

let realtime: TestRealtime;
beforeAll(async () => {
  realtime = await TestRealtime.start({ environment: { DRAIN_MS: '1000' } });
});
afterAll(() => realtime.close());

/** A client that has said what it must to be connected, and reads nothing from then on. */
async function openDeafClient(token: string): Promise<void> {
  const { port } = new URL(realtime.only.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await new Promise((resolve) => socket.once('data', resolve));
  socket.write(frame(`40${JSON.stringify({ token })}`));
  await new Promise<void>((resolve) => {
    socket.on('data', (data) => {
      if (data.toString().includes('40{"sid"')) resolve();
    });
  });
  socket.pause();
}

/** A masked text frame, with a mask of zeros. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x81fe);
  head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

it('S29: a client that does not read is cut off, and the others are not held up', async () => {
  const { world } = realtime;
  const [alice, deaf] = [world.person('Alice'), world.person('Deaf')];
  const room = world.room('direct', [alice, deaf]);
  const atAlice = await realtime.connect(alice);
  await openDeafClient(await world.token(deaf));
  const metric = (name: string) => realtime.only.metric(name);
  expect(await metric('parley_sockets')).toBe(2);
  const message = { ...world.append(room, alice, 'x'), text: 'x'.repeat(8_000) };
  let told = 0;
  await eventually(async () => {
    await realtime.only.rpc.publish({
      changes: Array.from({ length: 100 }, () => ({ type: 'messageCreated', message })),
    });
    told += 100;
    expect(await metric('parley_slow_readers_cut_total')).toBe(1);
  }, 30_000);
  expect(await metric('parley_sockets')).toBe(1);
  await atAlice.hears('message:created', told);
  expect(atAlice.socket.connected).toBe(true);
});

it('a node that ends says so, moves its clients by closing their transports, and takes no new ones', async () => {
  const bob = realtime.world.person('Bob');
  const client = await realtime.connect(bob);
  const draining = realtime.only.drain();
  expect(await client.hears('server:draining')).toEqual([{ reconnectWithinMs: 1_000 }]);
  // After "io server disconnect" a client would never come back by itself.
  expect(await client.disconnected()).toBe('transport close');
  await draining;
  expect(await realtime.refusal({ auth: { token: await realtime.world.token(bob) } })).toBeUndefined();
});
