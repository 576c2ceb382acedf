import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { requestHeaders, responseHeaders } from './forwarded-headers';
import { unavailable } from './unavailable';

/** How long a service may take to begin its answer, and to fall silent within it. Its own deadlines are shorter. */
const SILENCE_MS = 15_000;
const MAX_SOCKETS = 256;

/** Passes HTTP requests on to services on the loopback address. */
export class RequestRelay {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS, maxFreeSockets: 32 });

  /** Passes one request on and its answer back; a service that is not there or says nothing is `unavailable`. */
  relay(request: IncomingMessage, response: ServerResponse, port: number): void {
    const upstream = httpRequest({
      host: '127.0.0.1',
      port,
      method: request.method,
      path: request.url,
      headers: requestHeaders(request),
      agent: this.#agent,
      timeout: SILENCE_MS,
    });
    upstream.on('timeout', () => upstream.destroy(new Error('it says nothing')));
    upstream.on('error', () => {
      if (response.destroyed) return;
      // A kept connection may be closed by the service just as it is used again.
      if (upstream.reusedSocket && isRepeatable(request)) this.relay(request, response, port);
      else refuse(request, response);
    });
    upstream.on('response', (answer) => {
      if (!response.destroyed) response.writeHead(answer.statusCode ?? 502, responseHeaders(answer.headers));
      // Whichever side breaks, or is gone already, takes the other one down; there is nobody left to tell.
      pipeline(answer, response).catch(() => answer.destroy());
    });
    response.once('close', () => {
      if (!response.writableFinished) upstream.destroy();
    });
    request.pipe(upstream);
  }

  /** Closes the kept connections. */
  close(): void {
    this.#agent.destroy();
  }
}

function isRepeatable(request: IncomingMessage): boolean {
  const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
  return !hasBody && (request.method === 'GET' || request.method === 'HEAD');
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, headers, body } = unavailable(request);
  // The rest of the request, if any, is not read any more.
  response.writeHead(status, { ...headers, connection: 'close' }).end(body);
}
