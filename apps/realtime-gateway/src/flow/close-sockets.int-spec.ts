import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { closeSockets } from './close-sockets';
import { writeByTurns } from './write-by-turns';

it('what was said last is heard before the connection closes', async () => {
  const server = createServer();
  const io = new Server(server, { transports: ['websocket'] });
  io.engine.on('connection', writeByTurns);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false });
  await new Promise<void>((resolve) => client.once('connect', resolve));
  const heard: unknown[] = [];
  client.onAny((event) => heard.push(event));
  const gone = new Promise((resolve) => client.once('disconnect', resolve));
  io.emit('the last word');
  await closeSockets(io, {
    server,
    destroyConnections: () => server.closeAllConnections(),
  });
  await gone;
  expect(heard).toEqual(['the last word']);
});
