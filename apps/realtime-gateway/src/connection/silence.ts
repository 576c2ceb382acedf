/** A connection of Engine.IO, as far as it is waited for. */
export interface Connected {
  once(event: 'close', listener: () => void): unknown;
  close(discard?: boolean): unknown;
  readonly transport: { readonly name: string };
  readonly request: { readonly socket: { destroy(): unknown } };
}

interface Waiting {
  /** By `performance.now()`. */
  readonly until: number;
  timer: NodeJS.Timeout | undefined;
}

/** Ends connections that do not say who they are. While what one has said is looked at, it is waited for: how long that takes is not its fault. */
export class Silence {
  private readonly waiting = new WeakMap<Connected, Waiting>();

  /** @param patienceMs after how long a connection is closed that has not said who it is, whatever else it has said */
  constructor(private readonly patienceMs: number) {}

  readonly begun = (connection: Connected): void => {
    this.waiting.set(connection, { until: performance.now() + this.patienceMs, timer: undefined });
    connection.once('close', () => this.broken(connection));
    this.resumed(connection);
  };

  /** The connection has asked for its socket. */
  readonly broken = (connection: Connected): void => clearTimeout(this.waiting.get(connection)?.timer);

  /** It has got none: it has what is left of its time to ask again. */
  readonly resumed = (connection: Connected): void => {
    const waiting = this.waiting.get(connection);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(() => this.end(connection), Math.max(0, waiting.until - performance.now())).unref();
  };

  /** An orderly close would wait half a minute for the other side to take its leave. */
  private end(connection: Connected): void {
    connection.close(true);
    // What carries long polling may carry others' requests too.
    if (connection.transport.name === 'websocket') connection.request.socket.destroy();
  }
}
