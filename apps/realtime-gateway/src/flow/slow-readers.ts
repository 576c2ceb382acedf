import { type AskedSocket, ReadingProbe } from './reading-probe';

/** What is needed of a packet that Engine.IO has made: its text, or the frame that was made of it once for all its receivers. */
interface MadePacket {
  readonly data?: unknown;
  readonly options?: { readonly wsPreEncodedFrame?: readonly Uint8Array[] };
}

/** What is needed of an Engine.IO connection. */
export interface WatchedConnection {
  on(event: 'packetCreate' | 'flush', listener: (packet: MadePacket) => void): unknown;
  once(event: 'close', listener: () => void): unknown;
  close(discard: boolean): unknown;
  readonly transport: { readonly writable: boolean; readonly name?: string };
  /** `websocket` where it is one, and not long polling. */
  readonly request: { readonly socket: { resetAndDestroy(): unknown }; readonly websocket?: AskedSocket | undefined };
}

/** What may wait for one client, in packets and in bytes, and for how long more than that before it is cut off. */
const PACKETS = 256;
const BYTES = 1_000_000;
const PATIENCE_MS = 200;
/** So many times as much is too much without any patience. */
const CEILING = 2;

/** What waits in Engine.IO's write buffer for one connection's transport to take it. */
interface Waiting {
  packets: number;
  bytes: number;
  /** Since when it has been too much; null: it is not. */
  since: number | null;
  isAtCeiling: boolean;
}

/**
 * Cuts off clients that read slower than they are sent. What waits for them grows in Engine.IO's write buffer, which has no bound of its own: it is
 * counted where it grows. What lies in the systems' buffers before that is known by asking (`ReadingProbe`). A burst that the system takes in the same turn of the event loop, or a moment later, costs nobody the connection.
 */
export class SlowReaders {
  private readonly watched = new Set<WatchedConnection>();

  /** @param onCut told of each connection that was cut off, and for how many milliseconds too much had been waiting */
  constructor(
    private readonly onCut: (afterMs: number) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts what waits for a connection: what is made while the transport is busy goes into the buffer, each flush empties it. */
  watch(connection: WatchedConnection): void {
    let waiting = nothing();
    const { websocket } = connection.request;
    const probe = websocket && new ReadingProbe(websocket, this.now);
    this.watched.add(connection);
    connection.on('packetCreate', (packet) => {
      if (probe?.told(toldBytesOf(packet)) === true) {
        // Twice: what is told may itself have been read in this turn, and the answer lies behind it.
        setImmediate(() => this.afterReading(connection, () => probe.tooMuchForMs));
      }
      if (connection.transport.writable) return;
      waiting.packets++;
      waiting.bytes += bytesOf(packet);
      const seen = waiting;
      const judge = (): void => this.judge(connection, seen, () => seen === waiting);
      if (seen.since === null && isBeyond(seen, 1)) {
        seen.since = this.now();
        setTimeout(judge, PATIENCE_MS).unref();
      }
      if (!seen.isAtCeiling && isBeyond(seen, CEILING)) {
        seen.isAtCeiling = true;
        judge();
      }
    });
    connection.on('flush', () => {
      if (waiting.packets > 0) waiting = nothing();
    });
    connection.once('close', () => this.watched.delete(connection));
  }

  /** Cuts the connection off where nothing was taken, once the event loop has looked what the system would take: a timer runs before that. */
  private judge(connection: WatchedConnection, { since }: Waiting, isStillWaiting: () => boolean): void {
    // What a transport has room for is only waiting for the end of this turn (`writeByTurns`).
    const isStuck = (): boolean => isStillWaiting() && !connection.transport.writable;
    this.afterReading(connection, () => (isStuck() ? this.now() - (since ?? this.now()) : null));
  }

  /** Cuts where there has been too much for some time, seen once the event loop has read what has come in meanwhile. */
  private afterReading(connection: WatchedConnection, tooMuchForMs: () => number | null): void {
    setImmediate(() => {
      const afterMs = tooMuchForMs();
      if (afterMs !== null && this.watched.delete(connection)) this.cut(connection, afterMs);
    });
  }

  /** What waits is thrown away, here and, by a reset, in the system's buffers: anything more orderly would wait for the client to read it all. */
  private cut(connection: WatchedConnection, afterMs: number): void {
    this.onCut(afterMs);
    connection.close(true);
    // What carries long polling may carry others' requests too, and nothing of this client's waits in it.
    if (connection.transport.name !== 'polling') connection.request.socket.resetAndDestroy();
  }
}

function nothing(): Waiting {
  return { packets: 0, bytes: 0, since: null, isAtCeiling: false };
}

function isBeyond({ packets, bytes }: Waiting, times: number): boolean {
  return packets > times * PACKETS || bytes > times * BYTES;
}

/** Bytes of a packet that was made for all who hear a room; none of one that answers this client alone. */
function toldBytesOf(packet: MadePacket): number {
  return packet.options?.wsPreEncodedFrame === undefined ? 0 : bytesOf(packet);
}

/** What a packet will be on the wire, but for a few bytes of its frame. */
function bytesOf({ data, options }: MadePacket): number {
  const frame = options?.wsPreEncodedFrame;
  if (frame !== undefined) return frame.reduce((sum, part) => sum + part.byteLength, 0);
  if (typeof data === 'string') return Buffer.byteLength(data);
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
}
