import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../startup-error';
import { lenderEnvironment } from './environment';
import { lenderHome, lenderPort, workspaceKey, workspaceRoot } from './place';
import { receiveLine, sendLine, type LoanRequest } from './protocol';

/** A database or a Redis of one's own for a while. */
export interface Borrowed {
  readonly url: string;
  /** Gives it back: it is removed with all that is in it. The end of the process does the same. */
  readonly giveBack: () => Promise<void>;
}

/** Includes the first start of PostgreSQL on a busy machine. */
const DEADLINE_MS = 90_000;
const POLL_MS = 100;
/** A lender that was started is given this long before another one is. */
const START_AGAIN_MS = 10_000;

/**
 * An empty database on the PostgreSQL that all tests of this workspace share, which is started for the first of them and ends soon
 * after the last.
 * @param prefix lower-case letters, digits and underscores, at most 30; the name begins with it
 */
export function borrowDatabase(prefix: string): Promise<Borrowed> {
  return borrow({ database: prefix });
}

/** A Redis that nobody else uses. */
export function borrowRedis(): Promise<Borrowed> {
  return borrow('redis');
}

async function borrow(want: LoanRequest['want']): Promise<Borrowed> {
  const deadline = performance.now() + DEADLINE_MS;
  let startedAt = Number.NEGATIVE_INFINITY;
  while (performance.now() < deadline) {
    const socket = await tryConnect();
    const borrowed = socket === undefined ? undefined : await ask(socket, want);
    if (borrowed !== undefined) return borrowed;
    if (socket === undefined && performance.now() - startedAt > START_AGAIN_MS) {
      startLender();
      startedAt = performance.now();
    }
    await sleep(POLL_MS);
  }
  throw new Error(`The lender of test databases did not start; see ${logPath()}.`);
}

/** Undefined where this lender is about to end. */
async function ask(socket: Socket, want: LoanRequest['want']): Promise<Borrowed | undefined> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  try {
    sendLine(socket, { workspace: workspaceKey, want });
    const answer = await receiveLine(socket);
    if (answer === undefined) return undefined;
    const url = readAnswer(answer);
    // Whoever forgets to give something back shall not be kept from ending.
    socket.unref();
    return {
      url,
      giveBack: () => {
        socket.ref();
        socket.end();
        return closed;
      },
    };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function tryConnect(): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(lenderPort, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.on('error', (error) => (codeOf(error) === 'ECONNREFUSED' ? resolve(undefined) : reject(error)));
  });
}

/** One for each user of the machine, as it stays when the lender has ended. */
function logPath(): string {
  return join(lenderHome, '..', `lender-${process.getuid?.() ?? 0}.log`);
}

function startLender(): void {
  mkdirSync(lenderHome, { recursive: true });
  const log = openSync(logPath(), 'a');
  const program = join(import.meta.dirname, 'lender.program.ts');
  const lender = spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: workspaceRoot,
    env: lenderEnvironment(),
    // A group of its own: the tests' end, or Ctrl-C, must not take it away from those who still borrow.
    detached: true,
    stdio: ['ignore', log, log],
  });
  lender.unref();
  closeSync(log);
}

function readAnswer(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'workspace' in answer && answer.workspace === workspaceKey) {
    if ('url' in answer && typeof answer.url === 'string') return answer.url;
    if ('error' in answer) throw new Error(`There is nothing to borrow: ${String(answer.error)}`);
  }
  throw new Error(`What listens on port ${lenderPort} is no lender of this workspace.`);
}
