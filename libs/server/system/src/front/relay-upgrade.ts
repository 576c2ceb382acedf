import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requestHeaders } from './forwarded-headers';
import type { Gateway, GatewayPool } from './gateway-pool';
import { openHandshake } from './open-handshake';
import { unavailable } from './unavailable';

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
  const leave = (): void => gone.abort();
  // One that waits for its answer sends nothing: an end of what it sends is the end of its waiting.
  client.once('end', leave);
  client.once('close', leave);
  // Its errors all end in 'close'; there is nobody else to tell them to.
  client.on('error', () => client.destroy());
  const opening = startAndHeaders(`GET ${request.url ?? '/'} HTTP/1.1`, {
    ...requestHeaders(request),
    ...{ connection: 'Upgrade', upgrade: 'websocket' },
  });
  const tried = new Set<Gateway>();
  for (let gateway = pool.choose(); gateway !== undefined; gateway = pool.choose(tried)) {
    tried.add(gateway);
    gateway.connections += 1;
    try {
      const silent = new AbortController();
      const giveUp = (): void => silent.abort();
      gateway.pending.add(giveUp);
      const handshake = await openHandshake(gateway.port, opening, AbortSignal.any([gone.signal, silent.signal]));
      gateway.pending.delete(giveUp);
      if (gone.signal.aborted) {
        handshake?.upstream.destroy();
        return void client.destroy();
      }
      if (handshake === null) continue;
      const { upstream, isAccepted } = handshake;
      if (!isAccepted) upstream.end();
      else if (head.length > 0) upstream.write(head);
      // A break on either side takes the other one down: half a WebSocket is of no use to anybody. What is sent after a refusal goes nowhere.
      await Promise.allSettled([pipeline(upstream, client), ...(isAccepted ? [pipeline(client, upstream)] : [])]);
      return;
    } finally {
      gateway.connections -= 1;
    }
  }
  const { status, headers, body } = unavailable(request);
  const start = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`;
  client.end(`${startAndHeaders(start, { ...headers, connection: 'close' })}${body}`);
}

/** The head of a request or an answer. Nothing in it can begin a line of its own: all came through a parser. */
function startAndHeaders(start: string, headers: OutgoingHttpHeaders): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}`),
  );
  return [start, ...lines, '', ''].join('\r\n');
}
