import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { requestHeaders } from './forwarded-headers';
import type { Gateway, GatewayPool } from './gateway-pool';
import { openHandshake } from './open-handshake';
import { unavailable } from './unavailable';

/** Why an attempt was given up. One for all: each reason made anew is an error with its stack, and in a storm thousands leave at once. */
const LEFT = 'left';

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
  const leave = (): void => gone.abort(LEFT);
  // One that waits for its answer sends nothing: an end of what it sends is the end of its waiting.
  client.once('end', leave);
  client.once('close', leave);
  // Its errors all end in 'close'; there is nobody else to tell them to.
  client.on('error', () => client.destroy());
  // Whoever left while the system held the connection ready is known to have left once the event loop has read once more: in the turn after this one.
  await turn();
  await turn();
  if (gone.signal.aborted) return void client.destroy();
  const opening = startAndHeaders(`GET ${request.url ?? '/'} HTTP/1.1`, {
    ...requestHeaders(request),
    ...{ connection: 'Upgrade', upgrade: 'websocket' },
  });
  const tried = new Set<Gateway>();
  for (let gateway = pool.choose(); gateway !== undefined; gateway = pool.choose(tried)) {
    tried.add(gateway);
    gateway.connections += 1;
    let isCarried = false;
    try {
      const silent = new AbortController();
      const giveUp = (): void => silent.abort(LEFT);
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
      upstream.once('close', () => (gateway.connections -= 1));
      isCarried = true;
      carry(upstream, client);
      // What is sent after a refusal goes nowhere.
      if (isAccepted) carry(client, upstream);
      else client.resume().once('close', () => upstream.destroy());
      return;
    } finally {
      if (!isCarried) gateway.connections -= 1;
    }
  }
  const { status, headers, body } = unavailable(request);
  const start = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`;
  client.end(`${startAndHeaders(start, { ...headers, connection: 'close' })}${body}`);
}

/**
 * Carries everything from one side to the other. A break takes the other side down, an end once all before it was passed on: half a WebSocket is of
 * no use to anybody.
 */
function carry(from: Duplex, to: Duplex): void {
  from.on('error', () => from.destroy());
  from.once('close', () => {
    if (!from.readableEnded || to.writableFinished) to.destroy();
    else to.once('finish', () => to.destroy());
  });
  from.pipe(to);
}

/** The head of a request or an answer. Nothing in it can begin a line of its own: all came through a parser. */
function startAndHeaders(start: string, headers: OutgoingHttpHeaders): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}`),
  );
  return [start, ...lines, '', ''].join('\r\n');
}
