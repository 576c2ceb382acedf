import type { Ack, CommandData, CommandName, FactName, FactPayload, WireError } from '@parley/contracts';
import { io, type Socket } from 'socket.io-client';

interface Heard {
  readonly name: string;
  readonly payload: unknown;
}

/** How long a test waits for a fact before it fails, in milliseconds. */
const PATIENCE_MS = 20_000;

/** A bare socket that keeps all it hears, in the order of arrival. */
export class LiveSocket {
  readonly heard: Heard[] = [];
  private readonly waiting = new Set<() => void>();
  disconnected: string | null = null;

  private constructor(readonly socket: Socket) {
    socket.onAny((name: string, payload: unknown) => this.note({ name, payload }));
    socket.on('disconnect', (reason) => {
      this.disconnected = reason;
      this.note({ name: 'disconnect', payload: reason });
    });
  }

  /** Connects, or rejects with the `data` of the refusal. */
  static open(
    origin: string,
    token: string | undefined,
    options: { headers?: Record<string, string> } = {},
  ): Promise<LiveSocket> {
    const socket = io(origin, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: token === undefined ? {} : { token },
      ...(options.headers ? { extraHeaders: options.headers } : {}),
    });
    const live = new LiveSocket(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(live));
      socket.once('connect_error', (error: Error & { data?: WireError }) => {
        socket.close();
        reject(new Refused(error.message, error.data));
      });
    });
  }

  /** Gives a command of the contract and answers its acknowledgement. */
  command<N extends CommandName>(name: N, payload: unknown): Promise<Ack<CommandData<N>>> {
    return this.emit<CommandData<N>>(name, payload);
  }

  /** Emits anything at all, and answers the acknowledgement. */
  emit<T>(name: string, ...payload: unknown[]): Promise<Ack<T>> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck(name, ...payload) as Promise<Ack<T>>;
  }

  /** The first fact of this name that the test accepts: one heard already, or the next that comes. */
  async fact<N extends FactName>(
    name: N,
    accepts: (payload: FactPayload<N>) => boolean = () => true,
  ): Promise<FactPayload<N>> {
    const found = await this.until(() => this.facts(name).find(accepts));
    if (found === undefined)
      throw new Error(`No ${name} within ${PATIENCE_MS} ms; heard: ${this.heard.map((each) => each.name).join(', ')}`);
    return found;
  }

  /** Every fact of this name heard so far. */
  facts<N extends FactName>(name: N): FactPayload<N>[] {
    return this.heard.filter((each) => each.name === name).map(({ payload }) => payload as FactPayload<N>);
  }

  /** Waits until the connection is over. Answers why, or undefined where it stands still. */
  closed(): Promise<string | undefined> {
    return this.until(() => this.disconnected ?? undefined);
  }

  close(): void {
    this.socket.close();
  }

  private note(heard: Heard): void {
    this.heard.push(heard);
    for (const check of [...this.waiting]) check();
  }

  private until<T>(look: () => T | undefined): Promise<T | undefined> {
    return new Promise((resolve) => {
      const finish = (value: T | undefined): void => {
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve(value);
      };
      const check = (): void => {
        const value = look();
        if (value !== undefined) finish(value);
      };
      const timer = setTimeout(() => finish(undefined), PATIENCE_MS);
      this.waiting.add(check);
      check();
    });
  }
}

/** A handshake that was refused. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly data: WireError | undefined,
  ) {
    super(message);
  }
}
