import type { Server } from 'socket.io';

/** What Socket.IO makes an adapter of a namespace with. */
export type AdapterFactory = NonNullable<Parameters<Server['adapter']>[0]>;

/** The way that facts take between nodes, from this one back to itself. */
export interface Round {
  /** Sends a text round. Returns at once; it may be lost. */
  send(text: string): void;
  /** Calls back with each text that came round, from now on. */
  onReturn(listener: (text: string) => void): void;
}

/** How the realtime gateways reach each other's sockets. */
export interface Engine {
  readonly adapter: AdapterFactory;
  /**
   * Resolves when this node hears of every room that its sockets have joined so far; after a moment in any case, as joining a room must not
   * hang on Redis. Never rejects.
   */
  settled(): Promise<void>;
  /** Calls back when this node hears the others again after it was cut off from them: what was told meanwhile is lost. */
  onRestored(listener: () => void): void;
  readonly round: Round;
  /** Lets go of what connects this node to the others; call it once the Socket.IO server is closed. */
  close(): Promise<void>;
}
