import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryEngine } from '@parley/server-realtime';
import { openSockets } from '../open-sockets';
import { Door } from './door';

const UPGRADE =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: p\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

async function opened(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(UPGRADE);
  return socket;
}

it('a connection that is reset while it waits outside the door harms nobody', async () => {
  const http = createServer();
  const door = new Door({ atOnce: 1, capacity: 10, capacityEach: 10, holdMs: 60_000, patienceMs: 60_000 });
  const io = openSockets({
    ...{ http, engine: memoryEngine(), allowedOrigins: new Set<string>(), isDraining: () => false, door },
    ...{ addresses: { take: () => true }, silence: { begun: () => undefined } },
    addressOf: () => 'here',
  });
  const accepted: Socket[] = [];
  http.on('connection', (socket: Socket) => accepted.push(socket));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const first = await opened(port);
  await once(first, 'data');
  const second = await opened(port);
  while (door.queue === 0) await pause(5);
  const waiting = accepted[1];
  if (waiting === undefined) throw new Error('it should have come');
  expect(waiting.listenerCount('error')).toBeGreaterThan(0);
  const closed = new Promise((resolve) => waiting.once('close', resolve));
  second.resetAndDestroy();
  await closed;
  expect(door.queue).toBe(0);
  first.destroy();
  await io.close();
});
