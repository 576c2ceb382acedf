import type { Socket } from 'node:net';

/** What is written to a socket in one piece. */
export interface Batch {
  /** Whether the system has been given it, or may have been. What a connection held back when it broke was never on its way. */
  readonly isOut: boolean;
}

/** Sockets that hold back what is written. */
const held = new WeakMap<Socket, { isOut: boolean }>();

/**
 * What is written to the socket from here to the end of this turn of the event loop goes out in one piece: each write of its own is a call of the
 * kernel's, which costs more than all else that a small call of a service does.
 * @param ms so long instead of a turn, where that is more than nothing
 */
export function writeTogether(socket: Socket, ms = 0): Batch {
  const known = held.get(socket);
  if (known !== undefined) return known;
  const batch = { isOut: false };
  held.set(socket, batch);
  socket.cork();
  const send = (): void => {
    held.delete(socket);
    if (!socket.destroyed) batch.isOut = true;
    socket.uncork();
  };
  if (ms > 0) setTimeout(send, ms);
  else setImmediate(send);
  return batch;
}

/**
 * Has what is held back never go out once the other side has ended the connection, or what it said makes no sense: nobody answers it any more. Node would
 * send it before it ends the socket too.
 */
export function dropWhatIsHeld(socket: Socket): void {
  for (const event of ['end', 'error']) {
    socket.prependListener(event, () => {
      if (held.has(socket)) socket.destroy();
    });
  }
}
