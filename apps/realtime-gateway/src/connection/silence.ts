/** A connection of Engine.IO, as far as it is waited for. */
export interface Connected {
  once(event: 'close', listener: () => void): unknown;
  close(discard?: boolean): unknown;
}

/** Ends connections that do not say who they are. Once one has, it is waited for: how long its handshake takes is not its fault. */
export class Silence {
  private readonly waiting = new WeakMap<Connected, NodeJS.Timeout>();

  /** @param patienceMs after how long a connection that has said nothing is closed */
  constructor(private readonly patienceMs: number) {}

  readonly begun = (connection: Connected): void => {
    const end = setTimeout(() => connection.close(true), this.patienceMs).unref();
    this.waiting.set(connection, end);
    connection.once('close', () => clearTimeout(end));
  };

  /** The connection has asked for its socket. */
  readonly broken = (connection: Connected): void => clearTimeout(this.waiting.get(connection));
}
