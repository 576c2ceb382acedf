/** What is needed of an Engine.IO connection. */
export interface WatchedConnection {
  on(event: 'packetCreate' | 'flush', listener: (packet: { readonly data?: unknown }) => void): unknown;
  once(event: 'close', listener: () => void): unknown;
  close(discard: boolean): unknown;
  readonly request: { readonly socket: { destroy(): unknown } };
}

/** What may wait for one client, in packets and in characters, and for how many looks on end. */
const PACKETS = 256;
const CHARACTERS = 1_000_000;
const LOOKS = 2;
/** What may wait at any moment: beyond it there is no waiting for the next look. */
const PACKETS_EVER = 4 * PACKETS;
const CHARACTERS_EVER = 4 * CHARACTERS;

/** What waits in Engine.IO for one connection's transport to take it. */
interface Waiting {
  packets: number;
  characters: number;
  /** Looks on end that found too much. */
  looks: number;
  /** Since when it has been too much; null: it is not. */
  since: number | null;
}

/**
 * Cuts off clients that read slower than they are sent. What waits for them grows in Engine.IO's write buffer, which has no bound of its own
 * (the WebSocket's `bufferedAmount` shows next to nothing). A burst that goes out before the next look costs nobody the connection.
 */
export class SlowReaders {
  private readonly waiting = new Map<WatchedConnection, Waiting>();

  /** @param onCut told of each connection that was cut off, and for how many milliseconds too much had been waiting */
  constructor(
    private readonly onCut: (afterMs: number) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts what waits for a connection: each packet made goes into the buffer, each flush empties it. */
  watch(connection: WatchedConnection): void {
    const waiting: Waiting = { packets: 0, characters: 0, looks: 0, since: null };
    this.waiting.set(connection, waiting);
    connection.on('packetCreate', ({ data }) => {
      waiting.packets++;
      if (typeof data === 'string') waiting.characters += data.length;
      if (isTooMuch(waiting)) waiting.since ??= this.now();
      if (waiting.packets > PACKETS_EVER || waiting.characters > CHARACTERS_EVER) this.cut(connection);
    });
    connection.on('flush', () => {
      waiting.packets = 0;
      waiting.characters = 0;
      // What is found at the next look is another burst.
      waiting.looks = 0;
      waiting.since = null;
    });
    connection.once('close', () => this.waiting.delete(connection));
  }

  /** Looks at all connections once; called every second. */
  look(): void {
    for (const [connection, waiting] of this.waiting) {
      waiting.looks = isTooMuch(waiting) ? waiting.looks + 1 : 0;
      if (waiting.looks >= LOOKS) this.cut(connection);
    }
  }

  private cut(connection: WatchedConnection): void {
    const waiting = this.waiting.get(connection);
    if (!waiting || !this.waiting.delete(connection)) return;
    const now = this.now();
    this.onCut(now - (waiting.since ?? now));
    // What waits is thrown away, here and in the system's buffers: an orderly close would wait for the client to read it all.
    connection.close(true);
    connection.request.socket.destroy();
  }
}

function isTooMuch({ packets, characters }: Waiting): boolean {
  return packets >= PACKETS || characters >= CHARACTERS;
}
