import {
  ParleyError,
  type Ack,
  type CommandData,
  type CommandEvents,
  type CommandName,
  type CommandRequest,
  type FactEvents,
  type FactName,
  type FactPayload,
  type WireError,
} from '@parley/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Session } from '../session/session';
import { Value, type Readable } from '../value';
import { backoffMs } from './backoff';

/** `since` in milliseconds of the epoch. */
export interface ConnectionState {
  readonly status: 'offline' | 'connecting' | 'online' | 'reconnecting';
  readonly since: number;
}

export interface ConnectionOptions {
  origin: string;
  /** How long a command waits for its acknowledgement, in milliseconds. */
  ackMs: number;
  random: () => number;
}

type FactListener = <N extends FactName>(name: N, payload: FactPayload<N>) => void;

/**
 * The live connection: one Socket.IO socket over WebSocket, renewed for as long as somebody is signed in. Socket.IO's own reconnection is off:
 * it neither asks for a new token nor comes back after the server closed the door, and its jitter is not a full one.
 */
export class Connection {
  private readonly current = new Value<ConnectionState>({ status: 'offline', since: Date.now() });
  private socket: Socket<FactEvents, CommandEvents> | null = null;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drainWithinMs: number | undefined;
  private readonly factListeners = new Set<FactListener>();
  private readonly onlineListeners = new Set<() => void>();

  constructor(
    private readonly session: Session,
    private readonly options: ConnectionOptions,
  ) {}

  get state(): Readable<ConnectionState> {
    return this.current;
  }

  onFact(listener: FactListener): void {
    this.factListeners.add(listener);
  }

  /** Called each time that the connection stands, the first time included. */
  onOnline(listener: () => void): void {
    this.onlineListeners.add(listener);
  }

  connect(): void {
    if (this.socket) return;
    this.become('connecting');
    this.socket = this.open();
    this.socket.connect();
  }

  disconnect(): void {
    this.stopWaiting();
    this.attempt = 0;
    this.socket?.disconnect();
    this.socket = null;
    this.become('offline');
  }

  /** The network or the person is back: try at once. */
  wake(): void {
    if (this.timer === undefined) return;
    this.stopWaiting();
    this.socket?.connect();
  }

  /** Gives a command. @throws ParleyError as the server told it; `unavailable` where no acknowledgement came in time: its outcome is unknown. */
  async command<N extends CommandName>(name: N, payload: CommandRequest<N>): Promise<CommandData<N>> {
    const socket = this.socket;
    if (!socket?.connected) throw new ParleyError('unavailable', 'There is no connection.');
    const answer = await new Promise<Ack<CommandData<N>>>((resolve, reject) => {
      const lost = (): void =>
        settle(() => reject(new ParleyError('unavailable', 'The connection broke before an answer came.')));
      const timer = setTimeout(
        () => settle(() => reject(new ParleyError('unavailable', 'No answer came in time.'))),
        this.options.ackMs,
      );
      const settle = (done: () => void): void => {
        clearTimeout(timer);
        socket.off('disconnect', lost);
        done();
      };
      socket.once('disconnect', lost);
      const emit = socket.emit.bind(socket) as (
        event: N,
        payload: CommandRequest<N>,
        ack: (answer: Ack<CommandData<N>>) => void,
      ) => void;
      emit(name, payload, (acknowledged) => settle(() => resolve(acknowledged)));
    });
    if (!answer.ok) throw ParleyError.fromWire(answer.error);
    return answer.data;
  }

  private open(): Socket<FactEvents, CommandEvents> {
    const socket: Socket<FactEvents, CommandEvents> = io(this.options.origin, {
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      forceNew: true,
      timeout: 10_000,
      auth: (give) => {
        this.session.token().then(
          (token) => give({ token }),
          // Without a token the handshake is refused, and `connect_error` decides what that means.
          () => give({ token: '' }),
        );
      },
    });
    socket.on('connect', () => {
      this.attempt = 0;
      this.drainWithinMs = undefined;
      this.become('online');
      for (const listener of this.onlineListeners) listener();
    });
    socket.on('connect_error', (error: Error & { data?: WireError }) => void this.refused(socket, error.data));
    socket.on('disconnect', () => this.retry(socket));
    socket.onAny((name: FactName, payload: FactPayload<FactName>) => this.hear(name, payload));
    return socket;
  }

  private hear<N extends FactName>(name: N, payload: FactPayload<N>): void {
    if (name === 'session:revoked') this.session.end((payload as FactPayload<'session:revoked'>).reason);
    if (name === 'session:expiring') void this.renew();
    if (name === 'server:draining') this.drainWithinMs = (payload as FactPayload<'server:draining'>).reconnectWithinMs;
    for (const listener of this.factListeners) listener(name, payload);
  }

  private async renew(): Promise<void> {
    try {
      await this.command('session:renew', { token: await this.session.refresh() });
    } catch {
      // The server closes the connection when the token ends; what was wrong is found and told when it is opened again.
    }
  }

  private async refused(socket: Socket, error: WireError | undefined): Promise<void> {
    if (error?.code === 'unauthenticated') {
      try {
        await this.session.refresh();
      } catch (failed) {
        if (failed instanceof ParleyError && failed.code === 'unauthenticated') return;
      }
    }
    this.retry(socket, error?.retryAfterMs);
  }

  private retry(socket: Socket, atLeastMs = 0): void {
    // A socket that was let go, or a session that is over, is not taken up again.
    if (socket !== this.socket) return;
    if (this.session.state.get().status !== 'signedIn') return this.disconnect();
    this.become('reconnecting');
    const { random } = this.options;
    const wait =
      this.drainWithinMs === undefined
        ? backoffMs(this.attempt++, { baseMs: 500, capMs: 10_000, random })
        : random() * this.drainWithinMs;
    this.drainWithinMs = undefined;
    this.stopWaiting();
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        socket.connect();
      },
      Math.max(wait, atLeastMs),
    );
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private become(status: ConnectionState['status']): void {
    if (this.current.get().status !== status) this.current.set({ status, since: Date.now() });
  }
}
