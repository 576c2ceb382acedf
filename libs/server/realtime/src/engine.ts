import type { Server } from 'socket.io';

/** What Socket.IO makes an adapter of a namespace with. */
export type AdapterFactory = NonNullable<Parameters<Server['adapter']>[0]>;

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
  /** Lets go of what connects this node to the others; call it once the Socket.IO server is closed. */
  close(): Promise<void>;
}
