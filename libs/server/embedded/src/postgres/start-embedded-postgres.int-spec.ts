import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../eventually.fixture';
import { freePort } from '../process/ports';
import { identify, isAlive } from '../process/process-identity';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './start-embedded-postgres';

const workspace = join(import.meta.dirname, '../../../../..');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'parley-postgres-')));
const dataDir = join(scratch, 'open', 'data');
const log: string[] = [];

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir,
    databases: ['users', 'messages'],
    durable: false,
    log: (line) => log.push(line),
    ...options,
  });
}

/** Runs PostgreSQL for as long as the work takes, and stops it whatever comes of it. */
async function withPostgres(
  work: (postgres: EmbeddedPostgres) => Promise<void>,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<void> {
  const postgres = await start(options);
  try {
    await work(postgres);
  } finally {
    await postgres.stop();
  }
}

/** Leaves a server running as the kill -9 of a launcher does. */
async function leaveBehind(): Promise<{ port: number; pid: number }> {
  const program = join(import.meta.dirname, 'hold-postgres.fixture.ts');
  const parent = spawn(process.execPath, ['--import', 'tsx', program, dataDir], {
    cwd: workspace,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: join(workspace, 'tsconfig.base.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  return JSON.parse(line.toString()) as { port: number; pid: number };
}

/** Runs one statement on a connection of its own; answers the first column. */
async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows.map(([first]) => first);
  } finally {
    await client.end();
  }
}

describe('startEmbeddedPostgres', () => {
  beforeAll(() => {
    mkdirSync(join(scratch, 'open'));
    // What mkdtemp makes lets nobody through, and root's PostgreSQL runs as somebody else.
    chmodSync(scratch, 0o711);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('keeps data between runs and leaves no process behind', async () => {
    await withPostgres(async (postgres) => {
      await query(postgres.urlFor('users'), 'CREATE TABLE kept AS SELECT 7 AS value');
      const server = postgres.process.identity;
      await postgres.stop();
      expect(server !== null && isAlive(server)).toBe(false);
    });
    await withPostgres(async (postgres) => {
      expect(postgres.adopted).toBe(false);
      expect(await query(postgres.urlFor('users'), 'SELECT value FROM kept')).toEqual([7]);
    });
  });

  it('lets each role into its own database alone, with the rights to build it', async () => {
    await withPostgres(async (postgres) => {
      const users = postgres.urlFor('users');
      await query(users, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
      for (const other of ['messages', 'postgres', 'template1']) {
        await expect(query(users.replace(/users$/, other), 'SELECT 1')).rejects.toThrow('permission denied');
      }
      await expect(query(users, 'CREATE ROLE intruder')).rejects.toThrow('permission denied');
      await expect(query(users.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
        'password authentication failed',
      );
      expect(statSync(join(dataDir, 'passwords.json')).mode & 0o777).toBe(0o600);
    });
  });

  it('folds case as Unicode does, whatever the locale of the machine', async () => {
    await withPostgres(async (postgres) => {
      expect(await query(postgres.urlFor('users'), `SELECT lower('ÄÖÇŠ')`)).toEqual(['äöçš']);
    });
  });

  it('makes and drops databases while it runs', async () => {
    await withPostgres(async (postgres) => {
      const url = await postgres.ensureDatabase('spare');
      expect(await query(url, 'SELECT current_database()')).toEqual(['spare']);
      await postgres.dropDatabase('spare');
      await expect(query(url, 'SELECT 1')).rejects.toThrow();
      expect(() => postgres.urlFor('spare')).toThrow('No database "spare"');
      await expect(postgres.ensureDatabase('Robert"; --')).rejects.toThrow('is no name');
    });
  });

  it('adopts the server of a parent that was killed', async () => {
    const left = await leaveBehind();
    await withPostgres(async (postgres) => {
      expect(postgres).toMatchObject({ adopted: true, port: left.port });
      expect(postgres.process.identity?.pid).toBe(left.pid);
      expect(await query(postgres.urlFor('users'), 'SELECT value FROM kept')).toEqual([7]);
    });
    expect(identify(left.pid)).toBeNull();
  });

  it('runs a server anew that was left with other settings', async () => {
    const left = await leaveBehind();
    await withPostgres(
      async (postgres) => {
        expect(postgres.adopted).toBe(false);
        expect(identify(left.pid)).toBeNull();
        expect(await query(postgres.urlFor('users'), 'SHOW fsync')).toEqual(['on']);
      },
      { durable: true },
    );
  });

  it('starts a killed server again on the same port', async () => {
    await withPostgres(async (postgres) => {
      postgres.process.kill('SIGKILL');
      await eventually(async () =>
        expect(await query(postgres.urlFor('users'), 'SELECT value FROM kept')).toEqual([7]),
      );
      expect(log.some((line) => line.startsWith('postgresql ended unexpectedly'))).toBe(true);
    });
  });

  it('does not take a stranger with a reused pid for the owner of its data', async () => {
    const cluster = join(dataDir, 'cluster');
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n`);
    await withPostgres(async (postgres) => {
      expect(postgres.adopted).toBe(false);
    });
  });

  it('says in one sentence that a port is in use', async () => {
    const port = await freePort();
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    await expect(start({ port })).rejects.toThrow(
      `Port ${port}, which PostgreSQL should use, is in use by another program.`,
    );
    squatter.close();
    await once(squatter, 'close');
  });

  it('says in one sentence that the data are of another version', async () => {
    const version = join(dataDir, 'cluster', 'PG_VERSION');
    const present = readFileSync(version, 'utf8');
    writeFileSync(version, '12\n');
    await expect(start()).rejects.toThrow('The database was made by PostgreSQL 12');
    writeFileSync(version, present);
  });

  it('says in one sentence that the passwords are gone', async () => {
    const passwords = join(dataDir, 'passwords.json');
    renameSync(passwords, `${passwords}.away`);
    await expect(start()).rejects.toThrow('The passwords of the database in');
    renameSync(`${passwords}.away`, passwords);
  });

  it('works in a directory that nobody else may enter, and can be destroyed', async () => {
    const closed = join(scratch, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const closedDir = join(closed, 'data');
    await withPostgres(
      (postgres) => query(postgres.urlFor('users'), 'CREATE TABLE kept AS SELECT 8 AS value').then(() => undefined),
      { dataDir: closedDir },
    );
    await withPostgres(
      async (postgres) => expect(await query(postgres.urlFor('users'), 'SELECT value FROM kept')).toEqual([8]),
      { dataDir: closedDir },
    );
    // Whoever removes the directory wants to begin anew, wherever the data really were.
    rmSync(closedDir, { recursive: true });
    const postgres = await start({ dataDir: closedDir });
    await expect(query(postgres.urlFor('users'), 'SELECT value FROM kept')).rejects.toThrow('does not exist');
    await postgres.destroy();
    expect(existsSync(closedDir)).toBe(false);
  });
});
