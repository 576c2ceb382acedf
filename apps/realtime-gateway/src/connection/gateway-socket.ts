import type { Change, CommandEvents, FactEvents, FactPayload } from '@parley/contracts';
import type { Identity } from '@parley/server-edge';
import type { Server, Socket } from 'socket.io';

/** What gateways tell each other: changes that concern sockets rather than what they show, and facts that some of a room must not hear. */
export interface NodeEvents {
  change: (change: Change) => void;
  typing: (fact: FactPayload<'typing:changed'>, hiddenFrom: readonly string[]) => void;
}

/** What is kept with a socket once its handshake was accepted. */
export interface SocketData {
  identity: Identity;
  /** The expiry that the client was already warned of. */
  warnedOf?: number;
}

export type GatewayServer = Server<CommandEvents, FactEvents, NodeEvents, SocketData>;
export type GatewaySocket = Socket<CommandEvents, FactEvents, NodeEvents, SocketData>;
