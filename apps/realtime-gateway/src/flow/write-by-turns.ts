/** What is needed of an Engine.IO connection. Its own `flush` gives its transport what waits, once that is writable. */
export interface FlushedConnection {
  flush(): unknown;
  readonly writeBuffer: readonly unknown[];
  readonly request: { readonly socket: { cork(): unknown; uncork(): unknown } };
}

/** Connections that were given something in this turn of the event loop, each with its own `flush`. */
const given = new Map<FlushedConnection, () => unknown>();

/**
 * From here on, what a connection is given in one turn of the event loop is written in one piece at the end of it. By itself Engine.IO writes each packet at
 * once; and a write is a call of the kernel's, which costs more than all that is done to make the packet. Whoever sends a message is answered and hears
 * it in the same turn. What waits lies in Engine.IO's own buffer, so closing waits for it as it always does.
 */
export function writeByTurns(connection: FlushedConnection): void {
  const flush = connection.flush.bind(connection);
  connection.flush = () => {
    if (given.size === 0) setImmediate(flushAll);
    given.set(connection, flush);
  };
}

function flushAll(): void {
  const all = [...given];
  given.clear();
  for (const [{ writeBuffer, request }, flush] of all) {
    const isOne = writeBuffer.length <= 1;
    if (isOne) {
      flush();
      continue;
    }
    request.socket.cork();
    try {
      flush();
    } finally {
      request.socket.uncork();
    }
  }
}
