import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { limits } from '@parley/contracts';
import type { Engine } from '@parley/server-realtime';
import { Server } from 'socket.io';
import { refusalOf } from './connection/admission';
import type { Door } from './connection/door';
import type { GatewayServer } from './connection/gateway-socket';

export interface SocketServerOptions {
  readonly http: HttpServer;
  readonly engine: Engine;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly isDraining: () => boolean;
  readonly door: Door;
  /** From which address a connection comes, as the proxies tell that are trusted. */
  readonly addressOf: (request: IncomingMessage) => string;
}

/**
 * The Socket.IO server: WebSocket alone (no sticky sessions), no compression (three times a delivery's cost), no recovery of connection state (a
 * client that was away asks for what it missed, which is the truth).
 */
export function openSockets(options: SocketServerOptions): GatewayServer {
  const { http, engine, allowedOrigins, isDraining, door, addressOf } = options;
  return new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.socketFrameBytes,
    connectTimeout: 15_000,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    adapter: engine.adapter,
    allowRequest: (request, callback) => {
      const answer = (refusal = refusalOf(request, allowedOrigins, isDraining())): void =>
        callback(refusal, refusal === null);
      const refusal = refusalOf(request, allowedOrigins, isDraining());
      if (refusal !== null) answer(refusal);
      // While it waits the node may have begun to end: it is asked again.
      else if (!door.admit(request.socket, addressOf(request), () => answer()))
        answer('too many are connecting at once');
    },
  });
}
