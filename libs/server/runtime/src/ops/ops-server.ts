import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Registry } from 'prom-client';
import type { Logger } from '../logging/create-logger';
import type { Readiness } from './readiness';

export interface OpsServerOptions {
  readonly host: string;
  readonly port: number;
  readonly readiness: Readiness;
  readonly metrics: Registry;
  readonly log: Logger;
}

export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What operators and orchestrators ask a process: `GET /health/live`, `/health/ready` (200 or 503 with each check's outcome) and `/metrics`. */
export async function startOpsServer({ host, port, readiness, metrics, log }: OpsServerOptions): Promise<OpsServer> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendJson(response, 405, { status: 'no such method' });
    switch (request.url?.split('?', 1)[0]) {
      case '/health/live':
        return sendJson(response, 200, { status: 'ok' });
      case '/health/ready': {
        const { ready, checks } = await readiness.report();
        return sendJson(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable', checks });
      }
      case '/metrics':
        return send(response, 200, metrics.contentType, await metrics.metrics());
      default:
        return sendJson(response, 404, { status: 'not found' });
    }
  }

  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 5_000 },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'the ops server failed to answer');
        if (!response.headersSent) sendJson(response, 500, { status: 'failed' });
      });
    },
  );
  server.maxConnections = 200;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json; charset=utf-8', `${JSON.stringify(body)}\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
