import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { eventually } from '@parley/testing';
import { Link } from './link';

/** A server that says back what it hears. */
async function echo(): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

let server: Server;
let link: Link;
const clients: Socket[] = [];

async function client(): Promise<Socket> {
  const socket = connect({ port: link.port, host: '127.0.0.1' }).on('error', () => undefined);
  clients.push(socket);
  await once(socket, 'connect');
  return socket;
}

async function say(socket: Socket, text: string, length = text.length): Promise<string> {
  socket.write(text);
  let heard = '';
  while (heard.length < length) heard += String((await once(socket, 'data'))[0]);
  return heard;
}

beforeEach(async () => {
  server = await echo();
  link = new Link('test', () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }));
  await link.open();
});
afterEach(async () => {
  for (const socket of clients.splice(0)) socket.destroy();
  await link.close();
  server.close();
});

it('carries everything in order, also slowly', async () => {
  const socket = await client();
  expect(await say(socket, 'at once')).toBe('at once');
  let turn = 0;
  link.slow({ latencyMs: () => [30, 5, 0][turn++ % 3] ?? 0 });
  const text = 'abcdefghij'.repeat(5_000);
  expect(await say(socket, text)).toBe(text);
  expect((await link.heal()).delayed).toBeGreaterThan(0);
});

it('keeps chunks on their way beside each other, and lets go at once what is held back when it is healed', async () => {
  const socket = await client();
  await say(socket, 'before');
  link.slow({ latencyMs: () => 200 });
  const begin = performance.now();
  for (let count = 0; count < 20; count++) {
    socket.write('0123456789');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await say(socket, 'late', 204)).toHaveLength(204);
  // Both ways, and a machine that is busy; one after the other they would take four seconds each way.
  expect(performance.now() - begin).toBeLessThan(3_000);
  link.slow({ latencyMs: () => 3_600_000 });
  const heard = once(socket, 'data');
  socket.write('in an hour');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await link.heal();
  expect(String((await heard)[0])).toBe('in an hour');
});

it('holds everything back while it is stalled, and loses nothing of it', async () => {
  const socket = await client();
  await say(socket, 'before');
  link.stall();
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk)));
  socket.write('later');
  const other = await client();
  const answered = say(other, 'others too');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toBe('');
  const { stalled } = await link.heal();
  expect(stalled).toBe(2);
  expect(await answered).toBe('others too');
  expect(heard).toBe('later');
});

it('breaks what stands and refuses what comes, until it is healed', async () => {
  const socket = await client();
  await say(socket, 'before');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  link.refuse();
  await closed;
  await expect(client()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect((await link.heal()).reset).toBe(1);
  expect(await say(await client(), 'again')).toBe('again');
});

it('lets connections die without a word while new ones are well', async () => {
  const socket = await client();
  await say(socket, 'before');
  link.halfOpen();
  let told = false;
  socket.on('data', () => (told = true)).on('close', () => (told = true));
  socket.write('anybody?');
  expect(await say(await client(), 'new')).toBe('new');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toBe(false);
  expect(link.believedIn).toBe(1);
  socket.destroy();
  await eventually(async () => expect(link.givenUp).toBe(1));
  expect(link.believedIn).toBe(0);
  expect(await link.heal()).toMatchObject({ stalled: 1, givenUp: 1 });
  expect(link.connections).toBe(1);
});
