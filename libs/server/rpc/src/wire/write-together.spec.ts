import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { writeTogether } from './write-together';

it('sends what one turn of the event loop writes in one piece, and the next turn’s after it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const [other] = await accepted;
  let received = '';
  other.on('data', (chunk: Buffer) => (received += chunk.toString()));

  const writes: number[] = [];
  for (const text of ['a', 'b', 'c']) {
    writeTogether(socket);
    socket.write(text, () => writes.push(socket.bytesWritten));
    await Promise.resolve();
  }
  expect(socket.writableCorked).toBe(1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(socket.writableCorked).toBe(0);
  writeTogether(socket);
  socket.write('d');
  socket.end();
  await once(other, 'end');
  expect(received).toBe('abcd');
  expect(new Set(writes.slice(0, 3))).toEqual(new Set([3]));
  other.destroy();
  server.close();
});
