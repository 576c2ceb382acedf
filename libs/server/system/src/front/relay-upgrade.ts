import { request as httpRequest, STATUS_CODES, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requestHeaders, responseHeaders } from './forwarded-headers';
import type { Gateway, GatewayPool } from './gateway-pool';
import { unavailable } from './unavailable';

/** How long a gateway may take to answer a handshake before another one is asked. */
const HANDSHAKE_MS = 5_000;

/** What came of a handshake: a connection, an answer that refuses one, or null where nobody answered. */
type Handshake =
  | { readonly answer: IncomingMessage; readonly upstream: Duplex; readonly head: Buffer }
  | { readonly answer: IncomingMessage; readonly upstream: null }
  | null;

/**
 * Carries one WebSocket connection to the gateway with the fewest, until either side closes it. Gateways that do not
 * answer the handshake are passed over; nothing of the client's was sent to them, so nothing can happen twice.
 * Never rejects.
 */
export async function relayUpgrade(
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  pool: GatewayPool,
): Promise<void> {
  const gone = new AbortController();
  client.once('close', () => gone.abort());
  // Its errors all end in 'close'; there is nobody else to tell them to.
  client.on('error', () => client.destroy());
  const tried = new Set<Gateway>();
  for (let gateway = pool.choose(); gateway !== undefined; gateway = pool.choose(tried)) {
    tried.add(gateway);
    gateway.connections += 1;
    try {
      const handshake = await shakeHands(request, gateway, gone.signal);
      if (gone.signal.aborted) handshake?.upstream?.destroy();
      if (gone.signal.aborted || (handshake !== null && (await carry(handshake, client, head)))) return;
    } finally {
      gateway.connections -= 1;
    }
  }
  const { status, headers, body } = unavailable(request);
  client.end(`${statusAndHeaders(status, { ...headers, connection: 'close' })}${body}`);
}

function shakeHands(request: IncomingMessage, gateway: Gateway, signal: AbortSignal): Promise<Handshake> {
  const { promise, resolve } = Promise.withResolvers<Handshake>();
  const handshake = httpRequest({
    host: '127.0.0.1',
    port: gateway.port,
    path: request.url,
    headers: { ...requestHeaders(request), connection: 'Upgrade', upgrade: request.headers.upgrade },
    agent: false,
    timeout: HANDSHAKE_MS,
    signal,
  });
  handshake.once('upgrade', (answer, upstream, head) => resolve({ answer, upstream, head }));
  handshake.once('response', (answer) => resolve({ answer, upstream: null }));
  handshake.once('timeout', () => handshake.destroy());
  handshake.on('error', () => resolve(null));
  handshake.once('close', () => resolve(null));
  handshake.end();
  return promise;
}

/** Passes on what came of the handshake and, if it is a connection, everything that follows. Answers true at the end. */
async function carry(handshake: NonNullable<Handshake>, client: Duplex, head: Buffer): Promise<true> {
  const { answer, upstream } = handshake;
  if (upstream === null) {
    client.write(
      statusAndHeaders(answer.statusCode ?? 502, { ...responseHeaders(answer.headers), connection: 'close' }),
    );
    await pipeline(answer, client).catch(() => undefined);
    return true;
  }
  client.write(
    statusAndHeaders(101, { ...responseHeaders(answer.headers), connection: 'Upgrade', upgrade: 'websocket' }),
  );
  if (handshake.head.length > 0) client.write(handshake.head);
  if (head.length > 0) upstream.write(head);
  // A break on either side takes the other one down: half a WebSocket is of no use to anybody.
  await Promise.allSettled([pipeline(client, upstream), pipeline(upstream, client)]);
  return true;
}

function statusAndHeaders(status: number, headers: OutgoingHttpHeaders): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}`),
  );
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n');
}
