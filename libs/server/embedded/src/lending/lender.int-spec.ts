import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../eventually.fixture';
import { freePort } from '../process/ports';
import { runLender } from './lender';
import { receiveLine, sendLine, type LoanRequest } from './protocol';

const workspace = 'lender-spec';
const home = join(mkdtempSync(join(tmpdir(), 'parley-lender-')), 'home');
let port: number;
let ended: Promise<void>;

beforeAll(async () => {
  port = await freePort();
  ended = runLender({ port, home, workspace, idleMs: 1_000, log: () => undefined });
});
afterAll(() => rmSync(join(home, '..'), { recursive: true, force: true }));

function ask(want: LoanRequest['want'], by = workspace): { socket: Socket; answer: Promise<unknown> } {
  const socket = connect(port, '127.0.0.1');
  sendLine(socket, { workspace: by, want });
  return { socket, answer: receiveLine(socket) };
}

async function urlOf(answer: Promise<unknown>): Promise<string> {
  const loan = await answer;
  if (typeof loan === 'object' && loan !== null && 'url' in loan) return String(loan.url);
  throw new Error(`no loan: ${JSON.stringify(loan)}`);
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  // A database that is taken back between two steps ends the connection; whichever step comes next tells of it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}

it('lends to each an own empty database, takes it back when the connection ends, and in the end leaves nothing', async () => {
  const [first, second] = [ask({ database: 'rooms' }), ask({ database: 'rooms' })];
  const [one, two] = [await urlOf(first.answer), await urlOf(second.answer)];
  expect(one).not.toBe(two);
  await query(one, 'CREATE TABLE things (id int)');
  await expect(query(two, `SELECT to_regclass('things') AS things`)).resolves.toEqual([{ things: null }]);

  // As abrupt as the end of a process that is killed.
  first.socket.destroy();
  await eventually(() => expect(query(one, 'SELECT 1')).rejects.toThrow(/does not exist|authentication failed/));
  await expect(query(two, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);

  await expect(ask({ database: 'rooms' }, 'another workspace').answer).resolves.toBeUndefined();
  await expect(ask({ database: 'no name for a database' }).answer).resolves.toMatchObject({
    error: expect.any(String),
  });

  // A lender that comes second has nothing to do.
  await runLender({ port, home, workspace, idleMs: 1_000, log: () => undefined });
  await expect(query(two, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);

  second.socket.destroy();
  await ended;
  expect(existsSync(home)).toBe(false);
  await expect(query(two, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
});
