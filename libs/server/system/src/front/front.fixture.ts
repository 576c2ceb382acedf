import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { freePort } from '@parley/server-embedded';
import { startFront, type FrontOptions } from './front';
import type { GatewayAddress } from './gateway-pool';
import type { Upstream } from './upstream.fixture';

/** Fronts and what is behind them, for the tests of one file: everything ends with `close`. */
export class Fronts {
  readonly #ends: (() => Promise<void>)[] = [];

  /** A front, with nothing behind it but what is named. @returns its origin */
  async front(options: Partial<FrontOptions> = {}): Promise<string> {
    const port = await freePort();
    const front = await startFront({
      ...{ port, publicOrigin: `http://localhost:${port}`, gateways: [], apiPort: await freePort() },
      web: { directory: '/nowhere' },
      ...options,
    });
    this.#ends.unshift(() => front.stop());
    return `http://127.0.0.1:${port}`;
  }

  /** Takes charge of something behind a front. */
  async keep<Kept extends Upstream>(upstream: Promise<Kept>): Promise<Kept> {
    const kept = await upstream;
    this.#ends.push(() => kept.close());
    return kept;
  }

  /** Opens a WebSocket by hand: the answer to the handshake and, when accepted, the connection. */
  async connect(
    origin: string,
    path = '/socket.io/?EIO=4',
    signal?: AbortSignal,
  ): Promise<{ answer: IncomingMessage; socket: Socket | null }> {
    const claims = { 'x-forwarded-for': '6.6.6.6', 'x-request-id': 'handshake-1' };
    const request = httpRequest(`${origin}${path}`, {
      headers: { connection: 'Upgrade', upgrade: 'websocket', ...claims },
      ...(signal && { signal }),
    });
    const { promise, resolve, reject } = Promise.withResolvers<{ answer: IncomingMessage; socket: Socket | null }>();
    request.on('upgrade', (answer, socket, head) => {
      socket.unshift(head);
      this.#ends.unshift(async () => void socket.destroy());
      resolve({ answer, socket });
    });
    request.on('response', (answer) => resolve({ answer, socket: null }));
    request.on('error', reject);
    request.end();
    return promise;
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0)) await end();
  }
}

/** A gateway's address; nobody asks for its readiness. */
export function gateway(name: string, port: number): GatewayAddress {
  return { name, port, opsPort: 1 };
}

/** What a stream says, to its end or to that many characters. */
export async function read(stream: Readable, length = Infinity): Promise<string> {
  let text = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.length >= length) break;
  }
  return text;
}
