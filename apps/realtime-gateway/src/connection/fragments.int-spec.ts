import { once } from 'node:events';
import { connect } from 'node:net';
import { bareUpgrade } from '../bare-upgrade.fixture';
import { TestRealtime } from '../gateway.fixture';

let realtime: TestRealtime;
beforeAll(async () => {
  realtime = await TestRealtime.start();
});
afterAll(() => realtime.close());

/** One masked byte: of a text that goes on, or what goes on with one. */
const fragment = (opcode: 0 | 1): Buffer => Buffer.from([opcode, 0x81, 0, 0, 0, 0, 0x34]);

it('S23: a message in ever more fragments of one byte ends the connection before it has grown', async () => {
  const { socket } = await bareUpgrade(realtime.only.url);
  const before = process.memoryUsage().rss;
  const over = once(socket, 'close');
  socket.write(fragment(1));
  const many = Buffer.concat(Array.from({ length: 10_000 }, () => fragment(0)));
  const writeOn = (): void => {
    while (!socket.destroyed && socket.write(many));
  };
  socket.on('drain', writeOn);
  writeOn();
  await over;
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  expect((await fetch(`${realtime.only.url}/health/live`)).status).toBe(200);
});

it('S31: no compression is agreed on, though it is offered', async () => {
  const { socket, answer } = await bareUpgrade(
    realtime.only.url,
    'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  expect(answer.toLowerCase()).not.toContain('sec-websocket-extensions');
  socket.destroy();
});

it.each([
  ['an Engine.IO version that there is not', '/socket.io/?EIO=99&transport=websocket'],
  ['no version', '/socket.io/?transport=websocket'],
  ['a transport that is none', '/socket.io/?EIO=4&transport=__proto__'],
  ['a session that there is not', '/socket.io/?EIO=4&transport=websocket&sid=__proto__'],
  ['a parameter given twice', '/socket.io/?EIO=4&EIO=4&transport=websocket&transport=polling'],
  ['half an escape', '/socket.io/?EIO=4&transport=%E0%A4%A'],
  ['an address that is none', '//'],
  ['another path', '/socket.io/../../etc/passwd?EIO=4&transport=websocket'],
])('S24: an upgrade with %s ends at most that connection', async (_, path) => {
  const socket = connect(Number(new URL(realtime.only.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  const answered = once(socket, 'data');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await Promise.race([answered, once(socket, 'close')]);
  socket.destroy();
  expect((await fetch(`${realtime.only.url}/health/live`)).status).toBe(200);
});
