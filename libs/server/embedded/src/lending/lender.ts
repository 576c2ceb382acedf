import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Log } from '../log';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/start-embedded-postgres';
import { findOrStartRedis } from '../redis/find-or-start-redis';
import { codeOf, messageOf } from '../startup-error';
import { receiveLine, sendLine, type LoanRequest } from './protocol';

export interface LenderOptions {
  readonly port: number;
  readonly home: string;
  /** Whom to lend to; requests of another workspace are turned down. */
  readonly workspace: string;
  /** How long to wait for the next borrower, in milliseconds, before everything is removed. */
  readonly idleMs: number;
  readonly log: Log;
}

/** Something lent. */
interface Loan {
  readonly url: string;
  takeBack(): Promise<void>;
}

const CONNECTIONS = 300;

/**
 * Lends databases of one throw-away PostgreSQL, and Redis servers, to processes on this machine. A loan ends with the borrower's
 * connection, so one that crashes leaves nothing behind; the lender ends, and removes all it had, when nobody has borrowed for a while.
 * Resolves when it has ended; at once where another lender is at work.
 */
export async function runLender({ port, home, workspace, idleMs, log }: LenderOptions): Promise<void> {
  let postgres: Promise<EmbeddedPostgres> | undefined;
  let loans = 0;
  let idle: NodeJS.Timeout | undefined;
  let isEnding = false;

  async function lendDatabase(prefix: string): Promise<Loan> {
    postgres ??= startEmbeddedPostgres({
      ...{ dataDir: join(home, 'postgres'), durable: false, maxConnections: CONNECTIONS, log },
    });
    const server = await postgres;
    const name = `${prefix}_${randomBytes(6).toString('hex')}`;
    return { url: await server.ensureDatabase(name), takeBack: () => server.dropDatabase(name) };
  }

  async function lendRedis(): Promise<Loan> {
    const dataDir = join(home, `redis-${randomBytes(6).toString('hex')}`);
    const redis = await findOrStartRedis({ dataDir, log });
    return {
      url: redis.url,
      takeBack: async () => {
        await redis.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  }

  async function serve(socket: Socket): Promise<void> {
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const request = readRequest(await receiveLine(socket));
    // Ends the connection without an answer: the borrower asks again, and the next lender answers.
    if (request?.workspace !== workspace || isEnding) return;
    let loan: Loan;
    try {
      loan = await (request.want === 'redis' ? lendRedis() : lendDatabase(request.want.database));
    } catch (error) {
      sendLine(socket, { workspace, error: messageOf(error) });
      return;
    }
    sendLine(socket, { workspace, url: loan.url });
    await closed;
    await loan.takeBack();
  }

  const server = createServer((socket) => {
    loans++;
    clearTimeout(idle);
    socket.on('error', () => socket.destroy());
    serve(socket)
      .catch((error: unknown) => log(`a loan failed: ${messageOf(error)}`))
      .finally(() => {
        socket.end();
        if (--loans === 0) waitForTheNext();
      });
  });
  function waitForTheNext(): void {
    if (!isEnding) idle = setTimeout(() => void end(), idleMs);
  }
  /** Listens on until everything is gone, so that no other lender begins among the remains. */
  async function end(): Promise<void> {
    isEnding = true;
    try {
      await (await postgres)?.destroy();
    } catch (error) {
      log(`PostgreSQL could not be removed: ${messageOf(error)}`);
    }
    rmSync(home, { recursive: true, force: true });
    server.close();
  }

  await new Promise<void>((resolve, reject) => {
    server.once('close', resolve);
    server.once('error', (error) => (codeOf(error) === 'EADDRINUSE' ? resolve() : reject(error)));
    server.listen(port, '127.0.0.1', waitForTheNext);
  });
}

function readRequest(line: unknown): LoanRequest | undefined {
  if (typeof line !== 'object' || line === null || !('workspace' in line && 'want' in line)) return undefined;
  const { workspace, want } = line;
  if (typeof workspace !== 'string') return undefined;
  if (want === 'redis') return { workspace, want };
  if (typeof want !== 'object' || want === null || !('database' in want)) return undefined;
  return typeof want.database === 'string' ? { workspace, want: { database: want.database } } : undefined;
}
