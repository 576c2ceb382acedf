import type { Ack, CommandData, WireError } from '@parley/contracts';
import { backoffMs } from '@parley/client';
import { RawSocket } from '@parley/testing';

/** What one client of the storm is told to be. */
export interface StormSeat {
  readonly token: string;
  readonly roomIds: readonly string[];
}

/** How long opening may take in all, and how long a sync may, in milliseconds: the SDK's own. */
const OPEN_MS = 15_000;
const ANSWER_MS = 10_000;
/** As the SDK comes back: with full jitter, and a little of it on top of what a server that is full asks for. */
const BACKOFF = { baseMs: 500, capMs: 10_000, random: Math.random };
const PATH = '/socket.io/?EIO=4&transport=websocket';

/**
 * As little of a client as can be in step: Socket.IO spoken by hand over a bare WebSocket, so that what the machine has goes to the servers. It comes back
 * with the SDK's back-off, asks `rooms:sync` each time it is connected, and remembers of each room only up to which revision it was told everything.
 */
export class StormClient {
  /** Without a hole up to here. */
  private readonly revisions: Map<string, number>;
  /** Facts that came before their turn, by room. */
  private readonly early = new Map<string, Set<number>>();
  private socket: RawSocket | undefined;
  private opening: NodeJS.Timeout | undefined;
  private asking: NodeJS.Timeout | undefined;
  private attempt = 0;
  private stopped = false;
  isConnected = false;

  /**
   * @param ports the fronts to connect to, any of them each time
   * @param onTurnedAway told why an attempt to connect came to nothing
   */
  constructor(
    private readonly seat: StormSeat,
    private readonly ports: readonly number[],
    private readonly onTurnedAway: (reason: string) => void,
  ) {
    this.revisions = new Map(seat.roomIds.map((id) => [id, 0]));
  }

  connectIn(delayMs: number): void {
    setTimeout(() => this.connect(), delayMs);
  }

  /** Whether everything up to these revisions was told, of the rooms that this client is in. */
  has(targets: ReadonlyMap<string, number>): boolean {
    for (const [roomId, revision] of this.revisions) if (revision < (targets.get(roomId) ?? 0)) return false;
    return true;
  }

  private connect(): void {
    if (this.stopped) return;
    const port = this.ports[Math.floor(Math.random() * this.ports.length)] ?? 0;
    const socket = new RawSocket(port, PATH, {
      open: () => undefined,
      text: (text) => this.hear(socket, text),
      close: () => this.over(socket, 'the connection broke off'),
    });
    this.socket = socket;
    this.opening = setTimeout(() => this.over(socket, 'opening took too long'), OPEN_MS);
  }

  /** Ends this attempt or connection, where it is still the present one, and begins the next in a while. */
  private over(socket: RawSocket, reason: string, atLeastMs?: number): void {
    if (socket !== this.socket) return;
    this.socket = undefined;
    clearTimeout(this.opening);
    clearTimeout(this.asking);
    this.asking = undefined;
    if (!this.isConnected) this.onTurnedAway(reason);
    this.isConnected = false;
    socket.close();
    this.connectIn(
      atLeastMs === undefined ? backoffMs(this.attempt++, BACKOFF) : atLeastMs + Math.random() * BACKOFF.baseMs,
    );
  }

  private hear(socket: RawSocket, text: string): void {
    if (socket !== this.socket) return;
    if (text === '2') socket.send('3');
    else if (text.startsWith('42')) this.hearFact(text);
    else if (text.startsWith('43')) this.answered(text);
    else if (text.startsWith('40')) this.connected();
    else if (text.startsWith('44')) {
      const { message, data } = JSON.parse(text.slice(2)) as { message: string; data?: WireError };
      this.over(socket, data?.detail ?? message, data?.retryAfterMs);
    } else if (text.startsWith('41')) this.over(socket, 'disconnected');
    else if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token: this.seat.token })}`);
  }

  private connected(): void {
    clearTimeout(this.opening);
    this.attempt = 0;
    this.isConnected = true;
    this.sync();
  }

  private hearFact(text: string): void {
    const [name, payload] = JSON.parse(text.slice(2)) as [string, { roomId: string; revision: number }];
    if (name === 'message:created' || name === 'message:updated') this.hearMessage(payload.roomId, payload.revision);
  }

  private hearMessage(roomId: string, revision: number): void {
    const known = this.revisions.get(roomId);
    if (known === undefined || revision <= known) return;
    const early = this.early.get(roomId) ?? new Set();
    this.early.set(roomId, early.add(revision));
    if (this.absorb(roomId)) this.sync();
  }

  /** Takes what came early as far as it now follows without a hole. Answers whether there is one. */
  private absorb(roomId: string): boolean {
    const early = this.early.get(roomId);
    if (early === undefined) return false;
    let upTo = this.revisions.get(roomId) ?? 0;
    while (early.delete(upTo + 1)) upTo++;
    this.revisions.set(roomId, upTo);
    for (const revision of early) if (revision <= upTo) early.delete(revision);
    if (early.size === 0) this.early.delete(roomId);
    return early.size > 0;
  }

  /** Asks for all that is missing, unless that is being asked already. Without an answer the connection is taken for none. */
  private sync(): void {
    const { socket } = this;
    if (socket === undefined || this.asking !== undefined) return;
    socket.send(`421${JSON.stringify(['rooms:sync', { rooms: Object.fromEntries(this.revisions) }])}`);
    this.asking = setTimeout(() => {
      this.asking = undefined;
      if (performance.now() - socket.lastHeardAt > ANSWER_MS) this.over(socket, 'silence');
      else this.sync();
    }, ANSWER_MS);
  }

  private answered(text: string): void {
    clearTimeout(this.asking);
    this.asking = undefined;
    const [ack] = JSON.parse(text.slice(text.indexOf('['))) as [Ack<CommandData<'rooms:sync'>>];
    if (!ack.ok) return void setTimeout(() => this.sync(), ack.error.retryAfterMs ?? backoffMs(1, BACKOFF));
    let hasMore = false;
    for (const [roomId, { revision, hasAfter }] of Object.entries(ack.data.rooms)) {
      hasMore ||= hasAfter;
      if (revision > (this.revisions.get(roomId) ?? 0)) this.revisions.set(roomId, revision);
    }
    for (const roomId of [...this.early.keys()]) hasMore = this.absorb(roomId) || hasMore;
    if (hasMore) this.sync();
  }
}
