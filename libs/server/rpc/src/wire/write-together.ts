import type { Socket } from 'node:net';

/** Sockets that hold back what is written. */
const held = new WeakSet<Socket>();

/**
 * What is written to the socket from here to the end of this turn of the event loop goes out in one piece: each write of its own is a call of the
 * kernel's, which costs more than all else that a small call of a service does.
 * @param ms so long instead of a turn, where that is more than nothing
 */
export function writeTogether(socket: Socket, ms = 0): void {
  if (held.has(socket)) return;
  held.add(socket);
  socket.cork();
  const send = (): void => {
    held.delete(socket);
    socket.uncork();
  };
  if (ms > 0) setTimeout(send, ms);
  else setImmediate(send);
}
