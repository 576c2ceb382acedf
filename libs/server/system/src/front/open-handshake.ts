import { connect, type Socket } from 'node:net';

/** How long a gateway may take to answer a handshake before another one is asked: in a storm it lets people wait for their turn. */
const ANSWER_MS = 14_000;
const SWITCHING = 'HTTP/1.1 101 ';

/** A gateway that has begun to answer a handshake; the answer is what can be read from it, from its first byte. */
export interface Handshake {
  readonly upstream: Socket;
  /** Whether it has become a WebSocket. Otherwise what is sent to it would be read as further requests. */
  readonly isAccepted: boolean;
}

/**
 * Says `opening` to the gateway at a port of this machine and waits until it begins to answer. The answer is passed on as it is, so no more of it is
 * looked at than whether the protocol has changed: in a storm of connections an HTTP client for each cost more than all of the gateway's own work.
 * @returns null where nobody answered, or when `signal` gave up
 */
export function openHandshake(port: number, opening: string, signal: AbortSignal): Promise<Handshake | null> {
  const { promise, resolve } = Promise.withResolvers<Handshake | null>();
  const upstream = connect({ host: '127.0.0.1', port, noDelay: true });
  let said: Buffer = Buffer.alloc(0);
  const end = (handshake: Handshake | null): void => {
    signal.removeEventListener('abort', fail);
    upstream.off('data', hear).off('error', fail).off('close', fail).setTimeout(0);
    if (handshake === null) upstream.on('error', () => undefined).destroy();
    resolve(handshake);
  };
  const fail = (): void => end(null);
  const hear = (chunk: Buffer): void => {
    said = said.length === 0 ? chunk : Buffer.concat([said, chunk]);
    if (said.length < SWITCHING.length) return;
    upstream.pause();
    upstream.unshift(said);
    end({ upstream, isAccepted: said.subarray(0, SWITCHING.length).toString('latin1') === SWITCHING });
  };
  if (signal.aborted) return Promise.resolve((upstream.destroy(), null));
  signal.addEventListener('abort', fail);
  upstream.setTimeout(ANSWER_MS, fail).on('data', hear).on('error', fail).on('close', fail).write(opening);
  return promise;
}
