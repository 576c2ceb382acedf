// Bare Socket.IO with its sharded Redis adapter, as Parley has it: no accounts, no membership, no order, nothing stored. The ceiling of the stack that
// Parley is built on.
// Usage: node raw-socket-io.mjs PORT REDIS_URL
import { createServer } from 'node:http';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';

const [port = '0', redisUrl = ''] = process.argv.slice(2);
// As Parley's: what is published in one turn is written in one piece.
const publisher = new Redis(redisUrl, { enableAutoPipelining: true });
const subscriber = publisher.duplicate();
const http = createServer((_, response) => response.end('ok'));
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  serveClient: false,
  adapter: createShardedAdapter(publisher, subscriber, { subscriptionMode: 'dynamic' }),
});

io.on('connection', (socket) => {
  socket.conn.request = null;
  void socket.join(socket.handshake.auth.rooms ?? []);
  socket.on('message:send', (message, acknowledge) => {
    io.to(message.roomId).emit('message:created', message);
    acknowledge({ ok: true });
  });
});

http.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit());
