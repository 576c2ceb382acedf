import { createServer, type Server, type ServerResponse } from 'node:http';
import { errorTable, type Problem } from '@parley/contracts';
import { newRequestId, type Readiness } from '@parley/server-runtime';

/** The server below Socket.IO. By itself it answers whether the process lives and works, and that there is nothing else. */
export function httpServer(readiness: Readiness): Server {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, ({ url = '' }, response) => {
    const path = url.split('?', 1)[0];
    if (path === '/health/live') return send(response, 200, { status: 'ok' });
    if (path === '/health/ready') {
      return void readiness.report().then(({ ready }) => {
        send(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable' });
      });
    }
    const requestId = newRequestId();
    const { status, title } = errorTable.not_found;
    const detail = 'There is nothing here but /socket.io/, by WebSocket.';
    const problem: Problem = {
      type: 'urn:parley:error:not_found',
      title,
      status,
      detail,
      code: 'not_found',
      requestId,
    };
    response.setHeader('x-request-id', requestId);
    return send(response, status, problem, 'application/problem+json');
  });
  return server;
}

function send(response: ServerResponse, status: number, body: object, type = 'application/json'): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
