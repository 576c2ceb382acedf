import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A service behind the front, made for a test. */
export interface Upstream {
  readonly port: number;
  readonly requests: IncomingMessage[];
  /** How many there were so far. */
  readonly connections: number;
  /** How many there are. */
  readonly open: number;
  close(): Promise<void>;
}

/** Answers every request with what it got, as JSON; its status is 201 and it sets two cookies. */
export async function anEcho(): Promise<Upstream> {
  return listening((requests) =>
    createServer((request, response) => {
      requests.push(request);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = {
          'set-cookie': ['a=1', 'b=2'],
          'x-answer': 'yes',
          connection: 'keep-alive, x-internal',
          'x-internal': 'secret',
        };
        response.writeHead(201, headers);
        response.end(
          JSON.stringify({ method: request.method, url: request.url, body: Buffer.concat(chunks).toString() }),
        );
      });
    }),
  );
}

/** Answers a request only when told to. */
export async function aSlowOne(): Promise<Upstream & { answer(): void }> {
  const waiting: ServerResponse[] = [];
  const upstream = await listening((requests) =>
    createServer((request, response) => {
      requests.push(request);
      waiting.push(response);
    }),
  );
  return { ...upstream, answer: () => waiting.splice(0).forEach((response) => response.end('late')) };
}

/** Accepts every WebSocket handshake with a greeting and echoes what follows, in capitals; says goodbye to `bye`, and closes. */
export async function aGateway(name: string, goodbye = ''): Promise<Upstream> {
  return listening((requests) =>
    createServer().on('upgrade', (request: IncomingMessage, socket: Socket) => {
      requests.push(request);
      // As a WebSocket does, it ends when the other side has.
      socket.on('error', () => undefined).on('end', () => socket.end());
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\nx-gateway: ${name}\r\n\r\nhello`,
      );
      socket.on('data', (chunk: Buffer) => {
        if (chunk.toString() === 'bye') socket.end(goodbye);
        else socket.write(chunk.toString().toUpperCase());
      });
    }),
  );
}

/** Answers no WebSocket handshake: tells when it was asked for the first time, and when who asked had left. */
export async function aGatewayThatWaits(): Promise<
  Upstream & { readonly asked: Promise<void>; readonly left: Promise<void> }
> {
  const [asked, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const upstream = await listening((requests) =>
    createServer().on('upgrade', (request: IncomingMessage, socket: Socket) => {
      requests.push(request);
      socket
        .on('error', () => undefined)
        .once('end', left.resolve)
        .once('close', left.resolve);
      asked.resolve();
    }),
  );
  return { ...upstream, asked: asked.promise, left: left.promise };
}

/** Refuses every WebSocket handshake. */
export async function aRefusal(): Promise<Upstream> {
  return listening((requests) =>
    createServer((request, response) => {
      requests.push(request);
      response.writeHead(403, { 'content-type': 'text/plain' }).end('not from there');
    }),
  );
}

/** Answers `/health/ready` with the status that `status()` gives at that moment. */
export async function anOpsPort(status: () => number): Promise<Upstream> {
  return listening(() => createServer((_request, response) => response.writeHead(status()).end()));
}

async function listening(make: (requests: IncomingMessage[]) => Server): Promise<Upstream> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = make(requests).listen(0, '127.0.0.1');
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    async close() {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
