import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A WebSocket without any library, which does nothing by itself; and what the upgrade was answered with. @param more further header lines @param query what more the address says */
export async function bareUpgrade(url: string, more = '', query = ''): Promise<{ socket: Socket; answer: string }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket${query} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`,
  );
  const [data] = (await once(socket, 'data')) as [Buffer];
  return { socket: socket.resume(), answer: data.toString('latin1') };
}

/** A text of at most 125 bytes as a client's frame, under a mask of zeros. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}
