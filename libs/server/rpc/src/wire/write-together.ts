import type { Socket } from 'node:net';

/** Sockets that hold back what is written until the end of this turn of the event loop. */
const held = new WeakSet<Socket>();

/**
 * What is written to the socket from here to the end of this turn of the event loop goes out in one piece: each write of its own is a call of the
 * kernel's, which costs more than all else that a small call of a service does.
 */
export function writeTogether(socket: Socket): void {
  if (held.has(socket)) return;
  held.add(socket);
  socket.cork();
  setImmediate(() => {
    held.delete(socket);
    socket.uncork();
  });
}
