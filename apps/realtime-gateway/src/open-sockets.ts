import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { limits } from '@parley/contracts';
import type { Engine } from '@parley/server-realtime';
import { Server } from 'socket.io';
import { refusalOf } from './connection/admission';
import type { AddressQuota } from './connection/address-quota';
import type { Door } from './connection/door';
import type { GatewayServer } from './connection/gateway-socket';
import { PollingVisit } from './connection/polling-visit';
import type { Connected, Silence } from './connection/silence';
import { writeByTurns, type FlushedConnection } from './flow/write-by-turns';

export interface SocketServerOptions {
  readonly http: HttpServer;
  readonly engine: Engine;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly isDraining: () => boolean;
  readonly door: Door;
  readonly addresses: Pick<AddressQuota, 'take'>;
  readonly silence: Pick<Silence, 'begun'>;
  /** Whether a client may also poll. False by default. */
  readonly longPolling?: boolean;
  /** From which address a connection comes, as the proxies tell that are trusted and as limits count it. */
  readonly addressOf: (request: IncomingMessage) => string;
}

type EngineConnection = Connected & FlushedConnection & { readonly request: IncomingMessage };

/**
 * The Socket.IO server: WebSocket alone (no sticky sessions) unless told otherwise, no compression (three times a delivery's cost), no recovery of connection state (a
 * client that was away asks for what it missed, which is the truth).
 */
export function openSockets(options: SocketServerOptions): GatewayServer {
  const {
    http,
    engine,
    allowedOrigins,
    isDraining,
    door,
    addresses,
    silence,
    addressOf,
    longPolling = false,
  } = options;
  const polling = new WeakMap<IncomingMessage, PollingVisit>();
  const io: GatewayServer = new Server(http, {
    transports: longPolling ? ['polling', 'websocket'] : ['websocket'],
    // A connection stays what it began as: each kind has its own way of noticing who reads too slowly.
    allowUpgrades: false,
    // WebSockets need none. Whose pages may connect is decided below, for both.
    ...(longPolling ? { cors: { origin: [...allowedOrigins], credentials: true } } : {}),
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
      const visit = PollingVisit.of(request);
      if (visit !== undefined) polling.set(request, visit);
      const visitor = visit ?? request.socket;
      const enter = (): void => {
        // While it waited the node may have begun to end, and others of its address may have come in.
        const late = refusalOf(request, allowedOrigins, isDraining());
        answer(late ?? (addresses.take(visitor, address) ? null : 'too many are connected from this address'));
      };
      if (!door.admit(visitor, address, enter)) answer('too many are connecting at once');
    },
  });
  // Engine.IO would let whoever knows a session begin a WebSocket for it, past all that is asked of others, even where it upgrades none.
  io.engine.use((request: IncomingMessage, _: unknown, next: (refusal?: Error) => void) => {
    const isUpgrade =
      request.headers.upgrade !== undefined && new URLSearchParams(request.url?.split('?', 2)[1]).has('sid');
    next(isUpgrade ? new Error('a connection stays what it began as') : undefined);
  });
  io.engine.on('connection', (connection: EngineConnection) => {
    silence.begun(connection);
    const visit = polling.get(connection.request);
    // Each poll is answered in one piece as it is.
    if (visit === undefined) return writeByTurns(connection);
    visit.begun(connection);
    door.passed(visit);
  });
  return io;
}
