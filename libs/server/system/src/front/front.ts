import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { codeOf } from '@parley/server-embedded';
import { staticSite } from '@parley/server-static-site';
import { allowedOrigins } from '../topology';
import { GatewayPool, type GatewayAddress } from './gateway-pool';
import { RequestRelay } from './relay-request';
import { relayUpgrade } from './relay-upgrade';

export interface FrontOptions {
  readonly port: number;
  /** The one origin, as browsers write it. */
  readonly publicOrigin: string;
  readonly apiPort: number;
  readonly gateways: readonly GatewayAddress[];
  /** The web app: the directory it was built into, or the port of a development server that has it. */
  readonly web: { readonly directory: string } | { readonly port: number };
}

/** The one door of a running system. */
export interface Front {
  /** Stops listening and closes every connection. */
  stop(): Promise<void>;
}

/** A browser takes `localhost` for either; IPv6 is not everywhere. */
const LOOPBACK = ['127.0.0.1', '::1'];
const API = /^\/(?:api|\.well-known|health)(?:[/?]|$)/;
/** Longer than clients keep a connection that they do not use: none sends a request into one that is just being closed. */
const KEEP_ALIVE_MS = 75_000;
/** Connections that the system may hold ready while this process is busy. */
const BACKLOG = 4_096;
const SOCKETS = /^\/socket\.io(?:[/?]|$)/;

/**
 * Serves one origin on the loopback addresses: the API, the sockets, spread over the gateways, and the web app.
 * @throws the listener's error (`EADDRINUSE`, `EACCES`) when the port can't be had.
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const pool = new GatewayPool(options.gateways);
  const relay = new RequestRelay();
  const { web, publicOrigin } = options;
  const site =
    'port' in web
      ? (request: IncomingMessage, response: ServerResponse) => relay.relay(request, response, web.port)
      : staticSite({ directory: web.directory, publicOrigin });
  // A development server tells browsers by a WebSocket of its own what has changed.
  const elsewhere = new GatewayPool('port' in web ? [{ name: 'web', port: web.port, opsPort: web.port }] : []);
  const otherNames = otherNamesOf(publicOrigin);
  const upgraded = new Set<Duplex>();

  const servers = LOOPBACK.map(() =>
    createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
      const path = request.url ?? '/';
      if (API.test(path)) relay.relay(request, response, options.apiPort);
      else if (SOCKETS.test(path)) relay.relay(request, response, pool.choose()?.port ?? options.apiPort);
      else if (otherNames.has(request.headers.host ?? '')) leadTo(publicOrigin, path, response);
      else site(request, response);
    }).on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => {
      upgraded.add(client);
      client.once('close', () => upgraded.delete(client));
      const target = SOCKETS.test(request.url ?? '') ? pool : elsewhere;
      if (target.isEmpty || request.headers.upgrade?.toLowerCase() !== 'websocket') {
        client.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      } else {
        void relayUpgrade(request, client, head, target);
      }
    }),
  );

  async function stop(): Promise<void> {
    pool.stop();
    const closing = servers.filter((server) => server.listening).map((server) => once(server.close(), 'close'));
    for (const client of upgraded) client.destroy();
    for (const server of servers) server.closeAllConnections();
    await Promise.all(closing);
    relay.close();
  }

  try {
    for (const [index, server] of servers.entries()) await listen(server, options.port, LOOPBACK[index] ?? '');
  } catch (error) {
    await stop();
    throw error;
  }
  pool.watch();
  return { stop };
}

/**
 * The hosts by which a browser may have been pointed at this machine and that are not the public origin's: to the browser each is a site of its own,
 * whose calls to the API would come from elsewhere.
 */
function otherNamesOf(publicOrigin: string): ReadonlySet<string> {
  const { host } = new URL(publicOrigin);
  const hosts = allowedOrigins(publicOrigin).map((origin) => new URL(origin).host);
  return new Set(hosts.filter((other) => other !== host));
}

function leadTo(origin: string, path: string, response: ServerResponse): void {
  const location = `${origin}${path.startsWith('/') ? path : '/'}`;
  response.writeHead(307, { location, 'cache-control': 'no-store' }).end();
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen({ port, host, backlog: BACKLOG });
  try {
    await once(server, 'listening');
  } catch (error) {
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error) ?? '')) throw error;
  }
}
