import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** An instance of a service as the proxy sees it, on a loopback address of its own. */
export interface Instance {
  readonly address: string;
  readonly requests: { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders }[];
  /** What it answers to be asked whether it is ready. */
  isReady: boolean;
  /** Whether it takes nobody new, and says so. */
  isDraining: boolean;
  /** How it treats everything else; by default it tells its name and what it was asked. */
  behaviour: (request: IncomingMessage, response: ServerResponse) => void;
  /** The connections that were upgraded and are still open. */
  readonly sockets: ReadonlySet<Duplex>;
  close(): Promise<void>;
}

/** The proof that the handshake was understood (RFC 6455, 4.2.2). */
function acceptance(key = ''): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

/** Starts one that also takes WebSockets, and echoes what comes over them, byte for byte. */
export async function startInstance(name: string, address: string, port: number): Promise<Instance> {
  const sockets = new Set<Duplex>();
  const instance: Omit<Instance, 'close'> = {
    ...{ address, requests: [], isReady: true, isDraining: false, sockets },
    behaviour: (request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-instance': name });
      response.end(JSON.stringify({ name, method: request.method, url: request.url }));
    },
  };
  const note = ({ method = '', url = '', headers }: IncomingMessage): void =>
    void instance.requests.push({ method, url, headers });
  const server = createServer((request, response) => {
    if (request.url === '/health/ready' || (request.method === 'HEAD' && request.url === '/')) {
      response.writeHead(instance.isReady && !instance.isDraining ? 200 : 503).end();
      return;
    }
    if (request.url === '/health/sockets') {
      response.writeHead(instance.isDraining ? 404 : instance.isReady ? 200 : 503).end();
      return;
    }
    note(request);
    instance.behaviour(request, response);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    note(request);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const lines = [
      'HTTP/1.1 101 Switching Protocols',
      'connection: Upgrade',
      'upgrade: websocket',
      `sec-websocket-accept: ${acceptance(request.headers['sec-websocket-key'])}`,
      `x-instance: ${name}`,
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    socket.pipe(socket);
  });
  server.listen(port, address);
  await once(server, 'listening');
  return Object.assign(instance, {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  });
}
