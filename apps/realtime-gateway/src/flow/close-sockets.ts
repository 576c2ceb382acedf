import { setImmediate as nextTurn } from 'node:timers/promises';
import { withDeadline } from '@parley/server-runtime';
import type { GatewayServer } from '../connection/gateway-socket';
import type { HttpServer } from '../http/http-server';

/** How long clients get to answer that a connection closes. */
const FAREWELL_MS = 500;

/** Closes the Socket.IO server and the HTTP server below it. A client that does not take its leave (WebSocket would wait for it half a minute) is cut off. */
export async function closeSockets(io: GatewayServer, http: HttpServer): Promise<void> {
  // What was said in this turn is written at the end of it (`writeByTurns`), and closing throws away what is not written.
  await nextTurn();
  const closed = io.close();
  await withDeadline('closing sockets', FAREWELL_MS, () => closed).catch(() => http.destroyConnections());
  await closed;
}
