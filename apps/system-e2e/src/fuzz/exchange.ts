import { connect } from 'node:net';
import { Finding, PATIENCE_MS } from './target';

/** What came back over a connection, and whether the other side ended it. */
export interface Exchange {
  readonly answer: Buffer;
  readonly isEnded: boolean;
}

interface ExchangeOptions {
  /** How long to listen on after the last byte where the other side says no more, in milliseconds. */
  readonly listenMs?: number;
  /** Sent once the first answer has come, piece by piece, so that each is read by itself. */
  readonly more?: readonly Buffer[];
}

/** Sends bytes as they are over a connection of their own. Whoever is there may answer, end it, or say nothing; it is ended in any case. */
export function exchange(
  port: number,
  bytes: Buffer,
  { listenMs = 60, more = [] }: ExchangeOptions = {},
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (isEnded: boolean): void => {
      clearTimeout(quiet);
      socket.destroy();
      resolve({ answer: Buffer.concat(chunks), isEnded });
    };
    let quiet = setTimeout(() => reject(new Finding(`nobody listens on port ${port}`)), PATIENCE_MS);
    const listen = (): void => {
      clearTimeout(quiet);
      quiet = setTimeout(() => finish(false), listenMs);
    };
    socket.on('connect', () => {
      socket.setNoDelay(true);
      socket.write(bytes);
      if (more.length === 0) listen();
    });
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (chunks.length === 1) for (const piece of more) setImmediate(() => void socket.write(piece));
      listen();
    });
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ECONNREFUSED') reject(new Finding(`port ${port} is closed`));
    });
    socket.on('close', () => finish(true));
  });
}

/** The status of a raw HTTP answer; null where there is none. */
export const statusOf = (answer: Buffer): number | null => {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer.subarray(0, 20).toString('latin1'))?.[1];
  return status === undefined ? null : Number(status);
};
