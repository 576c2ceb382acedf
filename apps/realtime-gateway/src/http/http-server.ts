import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { errorTable, ParleyError } from '@parley/contracts';
import { problemOf } from '@parley/server-edge';
import { newRequestId, type Readiness } from '@parley/server-runtime';

/** The server below Socket.IO. */
export interface HttpServer {
  readonly server: Server;
  /** Ends every connection that is still open, WebSockets included, without waiting for the other side. */
  destroyConnections(): void;
}

/** How long a connection may take over its request, and how often Node looks, by itself every 30 s only. Those that became WebSockets are not looked at. */
const PATIENCE = { headersTimeout: 8_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

/** By itself it answers whether the process lives and works, and that there is nothing else. */
export function httpServer(readiness: Readiness): HttpServer {
  const server = createServer(PATIENCE, ({ url = '' }, response) => {
    switch (url.split('?', 1)[0]) {
      case '/health/live':
        return send(response, 200, { status: 'ok' });
      case '/health/ready':
        return void sendReadiness(response, readiness);
      // What a proxy asks that keeps clients at their gateway: one that drains goes on with those it has.
      case '/health/sockets':
        return readiness.draining ? sendNotFound(response) : void sendReadiness(response, readiness);
      default:
        return sendNotFound(response);
    }
  });
  // Node's own `closeAllConnections` does not know those that became WebSockets.
  const connections = new Set<Socket>();
  server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  return {
    server,
    destroyConnections: () => {
      for (const connection of connections) connection.destroy();
    },
  };
}

async function sendReadiness(response: ServerResponse, readiness: Readiness): Promise<void> {
  const { ready } = await readiness.report();
  send(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable' });
}

function sendNotFound(response: ServerResponse): void {
  const requestId = newRequestId();
  const error = new ParleyError('not_found', 'There is nothing here but /socket.io/, by WebSocket.');
  response.setHeader('x-request-id', requestId);
  send(response, errorTable.not_found.status, problemOf(error, requestId), 'application/problem+json');
}

function send(response: ServerResponse, status: number, body: object, type = 'application/json'): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
