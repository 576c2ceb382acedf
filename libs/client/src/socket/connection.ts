import {
  ParleyError,
  type Ack,
  type CommandData,
  type CommandName,
  type CommandRequest,
  type FactName,
  type FactPayload,
  type WireError,
} from '@parley/contracts';
import type { Machine } from '../machine';
import type { Session } from '../session/session';
import { Value, type Readable } from '../value';
import { backoffMs } from './backoff';
import type { OpenTransport, Transport } from './transport';

/** `since` in milliseconds of the epoch. */
export interface ConnectionState {
  readonly status: 'offline' | 'connecting' | 'online' | 'reconnecting';
  readonly since: number;
}

export interface ConnectionOptions {
  openTransport: OpenTransport;
  machine: Machine;
  /** How long a command waits for its acknowledgement, in milliseconds. */
  ackMs: number;
}

/** Whose connection it is. */
export type Account = Pick<Session, 'state' | 'token' | 'refresh' | 'end'>;

type FactListener = <N extends FactName>(name: N, payload: FactPayload<N>) => void;

/** How long the whole of opening may take once there is a token, the server's own checks included, in milliseconds. */
const OPEN_MS = 15_000;
/** A connection that stood this long was a good one: after it, waiting begins anew, in milliseconds. */
const STEADY_MS = 5_000;
const WAITING = { baseMs: 500, capMs: 10_000 };

/** The live connection, opened again for as long as somebody is signed in and wants it. */
export class Connection {
  private readonly current: Value<ConnectionState>;
  private transport: Transport | null = null;
  /** Counts attempts: what an earlier one still tells is old news. */
  private turn = 0;
  private attempt = 0;
  private heardAt = 0;
  private stopWaiting: (() => void) | undefined;
  private stopOpening: (() => void) | undefined;
  private stopDraining: (() => void) | undefined;
  private readonly factListeners = new Set<FactListener>();
  private readonly onlineListeners = new Set<() => void>();
  private readonly wakeListeners = new Set<() => void>();

  constructor(
    private readonly session: Account,
    private readonly options: ConnectionOptions,
  ) {
    this.current = new Value<ConnectionState>({ status: 'offline', since: options.machine.now() });
  }

  get state(): Readable<ConnectionState> {
    return this.current;
  }

  get isOnline(): boolean {
    return this.current.get().status === 'online';
  }

  onFact(listener: FactListener): void {
    this.factListeners.add(listener);
  }

  /** Called each time that the connection stands, the first time included. */
  onOnline(listener: () => void): void {
    this.onlineListeners.add(listener);
  }

  /** Called where a connection that is said to stand should be tried: the machine may have slept. */
  onWake(listener: () => void): void {
    this.wakeListeners.add(listener);
  }

  connect(): void {
    if (this.current.get().status !== 'offline') return;
    this.become('connecting');
    void this.open();
  }

  disconnect(): void {
    this.hangUp();
    this.attempt = 0;
    this.become('offline');
  }

  /** The network or the person is back: try at once. */
  wake(): void {
    if (this.isOnline) for (const listener of this.wakeListeners) listener();
    if (this.stopWaiting) void this.open();
  }

  /** Gives a command. @throws ParleyError as the server told it; `unavailable` where no acknowledgement came in time: its outcome is unknown. */
  async command<N extends CommandName>(
    name: N,
    payload: CommandRequest<N>,
    deadlineMs = this.options.ackMs,
  ): Promise<CommandData<N>> {
    const { transport, turn } = this;
    if (!transport || !this.isOnline) throw new ParleyError('unavailable', 'There is no connection.');
    const askedAt = this.options.machine.now();
    const answer = await new Promise<Ack<unknown> | null>((resolve) =>
      transport.emit(name, payload, deadlineMs, resolve),
    );
    if (answer === null) {
      // Not a word from the server all the while: whatever this connection is said to be, it is none.
      if (turn === this.turn && this.heardAt <= askedAt) this.retry();
      throw new ParleyError('unavailable', 'No answer came: the connection broke, or the time was up.');
    }
    this.heardAt = this.options.machine.now();
    if (!answer.ok) throw ParleyError.fromWire(answer.error);
    return answer.data as CommandData<N>;
  }

  private async open(): Promise<void> {
    this.hangUp();
    const { turn } = this;
    try {
      const token = await this.session.token();
      if (turn === this.turn) this.dial(turn, token);
    } catch (error) {
      if (turn === this.turn) this.retry(error instanceof ParleyError ? error.retryAfterMs : undefined);
    }
  }

  private dial(turn: number, token: string): void {
    const now =
      <A extends unknown[]>(tell: (...args: A) => void) =>
      (...args: A): void => {
        if (turn === this.turn) tell(...args);
      };
    this.stopOpening = this.options.machine.after(OPEN_MS, () => this.retry());
    this.transport = this.options.openTransport(token, {
      opened: now(() => this.opened()),
      refused: now((error) => void this.refused(error)),
      closed: now(() => this.retry()),
      fact: now((name, payload) => this.hear(name, payload)),
    });
  }

  private opened(): void {
    this.stopOpening?.();
    this.heardAt = this.options.machine.now();
    this.become('online');
    for (const listener of this.onlineListeners) listener();
  }

  private hear<N extends FactName>(name: N, payload: FactPayload<N>): void {
    this.heardAt = this.options.machine.now();
    if (name === 'session:revoked') this.session.end((payload as FactPayload<'session:revoked'>).reason);
    if (name === 'session:expiring') void this.renew((payload as FactPayload<'session:expiring'>).expiresInMs);
    if (name === 'server:draining') this.drain((payload as FactPayload<'server:draining'>).reconnectWithinMs);
    for (const listener of this.factListeners) listener(name, payload);
  }

  /** Goes on with a new token, and tries again until the old one has ended: then the server closes, and opening again finds what was wrong. */
  private async renew(expiresInMs: number): Promise<void> {
    const { turn } = this;
    const { machine } = this.options;
    const end = machine.now() + expiresInMs;
    for (let attempt = 0; turn === this.turn && machine.now() < end; attempt++) {
      try {
        const token = await this.session.refresh();
        if (turn === this.turn) await this.command('session:renew', { token });
        return;
      } catch (error) {
        // An API key cannot be renewed.
        if (error instanceof ParleyError && error.code === 'forbidden') return;
        await new Promise<void>((resolve) =>
          machine.after(backoffMs(attempt, { ...WAITING, random: () => machine.random() }), resolve),
        );
      }
    }
  }

  /** The server is about to go: this client moves at a moment of its own, so that not all of them come to the others at once. */
  private drain(withinMs: number): void {
    const { machine } = this.options;
    this.stopDraining ??= machine.after(machine.random() * withinMs, () => {
      this.become('reconnecting');
      void this.open();
    });
  }

  private async refused(error: WireError | undefined): Promise<void> {
    this.hangUp();
    const { turn } = this;
    if (error?.code === 'unauthenticated') {
      // Where the session is over, the session says so itself and whoever hears it hangs up.
      await this.session.refresh().catch(() => undefined);
    }
    if (turn === this.turn) this.retry(error?.retryAfterMs);
  }

  /** @param atLeastMs what the server asked for, which gives each client a moment of its own: a pause that grows beyond it would only miss that */
  private retry(atLeastMs?: number): void {
    const { status, since } = this.current.get();
    const { machine } = this.options;
    if (this.session.state.get().status !== 'signedIn') return this.disconnect();
    if (status === 'online' && machine.now() - since >= STEADY_MS) this.attempt = 0;
    this.hangUp();
    this.become('reconnecting');
    const attempt = atLeastMs === undefined ? this.attempt++ : 0;
    const wait = backoffMs(attempt, { ...WAITING, random: () => machine.random() });
    this.stopWaiting = machine.after((atLeastMs ?? 0) + wait, () => void this.open());
  }

  /** Lets go of the connection there is, or of the attempt at one, and hears nothing more of it. */
  private hangUp(): void {
    this.turn++;
    for (const stop of [this.stopWaiting, this.stopOpening, this.stopDraining]) stop?.();
    this.stopWaiting = this.stopOpening = this.stopDraining = undefined;
    const { transport } = this;
    this.transport = null;
    transport?.close();
  }

  private become(status: ConnectionState['status']): void {
    if (this.current.get().status !== status) this.current.set({ status, since: this.options.machine.now() });
  }
}
