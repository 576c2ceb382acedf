import type { Ack, CommandData, WireError } from '@parley/contracts';
import { backoffMs } from '@parley/client';
import { io, type Socket } from 'socket.io-client';

/** What one client of the storm is told to be. */
export interface StormSeat {
  readonly token: string;
  readonly roomIds: readonly string[];
}

/** How long a handshake or a sync may take, in milliseconds. */
const PATIENCE_MS = 10_000;
const BACKOFF = { baseMs: 500, capMs: 10_000, random: Math.random };

/**
 * As little of a client as can be in step: a bare socket that comes back with the SDK's back-off, asks `rooms:sync` each time it is connected, and
 * remembers of each room only up to which revision it has been told everything. Ten thousand of them fit on a small machine.
 */
export class StormClient {
  /** Without a hole up to here. */
  private readonly revisions: Map<string, number>;
  /** Facts that came before their turn, by room. */
  private readonly early = new Map<string, Set<number>>();
  private readonly socket: Socket;
  private attempt = 0;
  private stopped = false;
  private syncing = false;

  /** @param onTurnedAway told why an attempt to connect came to nothing */
  constructor(
    { token, roomIds }: StormSeat,
    private readonly gateways: readonly string[],
    onTurnedAway: (reason: string) => void,
  ) {
    this.revisions = new Map(roomIds.map((id) => [id, 0]));
    this.socket = io(this.anyGateway(), {
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
      timeout: PATIENCE_MS,
      auth: { token },
    });
    this.socket.on('connect', () => {
      this.attempt = 0;
      void this.sync();
    });
    this.socket.on('connect_error', (error: Error & { data?: WireError }) => {
      onTurnedAway(error.data?.detail ?? error.message);
      this.comeBack(error.data?.retryAfterMs);
    });
    this.socket.on('disconnect', () => this.comeBack());
    for (const fact of ['message:created', 'message:updated']) {
      this.socket.on(fact, ({ roomId, revision }: { roomId: string; revision: number }) => this.hear(roomId, revision));
    }
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  connectIn(delayMs: number): void {
    setTimeout(() => {
      if (!this.stopped) this.socket.connect();
    }, delayMs);
  }

  /** Whether everything up to these revisions was told, of the rooms that this client is in. */
  has(targets: ReadonlyMap<string, number>): boolean {
    for (const [roomId, revision] of this.revisions) if (revision < (targets.get(roomId) ?? 0)) return false;
    return true;
  }

  close(): void {
    this.stopped = true;
    this.socket.close();
  }

  private anyGateway(): string {
    return this.gateways[Math.floor(Math.random() * this.gateways.length)] ?? '';
  }

  /** Like a load balancer that knows nothing of the dead: the next try may meet the same gateway again. */
  private comeBack(atLeastMs = 0): void {
    if (this.stopped) return;
    // `uri` is where the manager connects next; each attempt is free to meet another gateway.
    Object.assign(this.socket.io, { uri: this.anyGateway() });
    this.connectIn(Math.max(atLeastMs, backoffMs(this.attempt++, BACKOFF)));
  }

  private hear(roomId: string, revision: number): void {
    const known = this.revisions.get(roomId);
    if (known === undefined || revision <= known) return;
    const early = this.early.get(roomId) ?? new Set();
    early.add(revision);
    let upTo = known;
    while (early.delete(upTo + 1)) upTo++;
    this.revisions.set(roomId, upTo);
    if (early.size > 0) {
      this.early.set(roomId, early);
      void this.sync();
    } else this.early.delete(roomId);
  }

  private async sync(): Promise<void> {
    if (this.syncing) return;
    this.syncing = true;
    try {
      const ask = { rooms: Object.fromEntries(this.revisions), partial: true };
      const ack = (await this.socket.timeout(PATIENCE_MS).emitWithAck('rooms:sync', ask)) as Ack<
        CommandData<'rooms:sync'>
      >;
      if (!ack.ok) return;
      for (const [roomId, { revision }] of Object.entries(ack.data.rooms)) {
        if (revision > (this.revisions.get(roomId) ?? 0)) this.revisions.set(roomId, revision);
      }
    } catch {
      // Without an answer the connection is over or about to be; the next one asks again.
    } finally {
      this.syncing = false;
    }
  }
}
