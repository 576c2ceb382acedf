import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { limits } from '@parley/contracts';
import type { Engine } from '@parley/server-realtime';
import { Server } from 'socket.io';
import { refusalOf } from './connection/admission';
import type { AddressQuota } from './connection/address-quota';
import type { Door } from './connection/door';
import type { GatewayServer } from './connection/gateway-socket';
import type { Silence } from './connection/silence';
import { writeByTurns } from './flow/write-by-turns';

export interface SocketServerOptions {
  readonly http: HttpServer;
  readonly engine: Engine;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly isDraining: () => boolean;
  readonly door: Door;
  readonly addresses: Pick<AddressQuota, 'take'>;
  readonly silence: Pick<Silence, 'begun'>;
  /** From which address a connection comes, as the proxies tell that are trusted and as limits count it. */
  readonly addressOf: (request: IncomingMessage) => string;
}

/**
 * The Socket.IO server: WebSocket alone (no sticky sessions), no compression (three times a delivery's cost), no recovery of connection state (a
 * client that was away asks for what it missed, which is the truth).
 */
export function openSockets(options: SocketServerOptions): GatewayServer {
  const { http, engine, allowedOrigins, isDraining, door, addresses, silence, addressOf } = options;
  const io: GatewayServer = new Server(http, {
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
      const answer = (refusal: string | null): void => callback(refusal, refusal === null);
      const refusal = refusalOf(request, allowedOrigins, isDraining());
      if (refusal !== null) return answer(refusal);
      const address = addressOf(request);
      const enter = (): void => {
        // While it waited the node may have begun to end, and others of its address may have come in.
        const late = refusalOf(request, allowedOrigins, isDraining());
        answer(late ?? (addresses.take(request.socket, address) ? null : 'too many are connected from this address'));
      };
      if (!door.admit(request.socket, address, enter)) answer('too many are connecting at once');
    },
  });
  io.engine.on('connection', silence.begun);
  io.engine.on('connection', writeByTurns);
  return io;
}
