import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, isPortFree, type ProcessIdentity } from '@parley/server-embedded';
import { makePrograms } from './fake-programs.fixture';
import { migrateDatabases } from './migrate-databases';
import { startSystem, type RunningSystem, type SystemOptions } from './start-system';

const scratch = mkdtempSync(join(tmpdir(), 'parley-system-'));
const distDir = join(scratch, 'dist');
const log: string[] = [];
const databases = { users: 'u', chatrooms: 'c', messages: 'm' };

async function start(options: Partial<SystemOptions> = {}): Promise<RunningSystem> {
  return startSystem({
    distDir,
    dataDir: join(scratch, 'data'),
    databases,
    redisUrl: 'redis://r',
    log: (line) => log.push(line),
    ...options,
  });
}

async function withSystem(
  work: (system: RunningSystem) => Promise<void>,
  options: Partial<SystemOptions> = {},
): Promise<void> {
  const system = await start(options);
  try {
    await work(system);
  } finally {
    await system.stop();
  }
}

function identities({ processes }: RunningSystem): ProcessIdentity[] {
  return [...processes.values()].flatMap(({ identity }) => identity ?? []);
}

beforeAll(() => makePrograms(distDir));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('startSystem', () => {
  it('runs every program behind one origin, and leaves nothing behind', async () => {
    const system = await start({ gateways: 2 });
    expect([...system.processes.keys()]).toEqual([
      'users',
      'chatrooms',
      'messages',
      'realtime-gateway-1',
      'realtime-gateway-2',
      'api-gateway',
    ]);
    expect(await (await fetch(`${system.origin}/api/v1/x`)).json()).toMatchObject({ program: 'api-gateway' });
    expect(await (await fetch(`http://127.0.0.1:${system.gatewayPorts[1]}/`)).json()).toMatchObject({
      program: 'realtime-gateway',
    });
    expect(await (await fetch(system.origin)).text()).toContain('Fake');
    expect(system.callEnv).toMatchObject({
      USERS_RPC: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      RPC_SECRET: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const running = identities(system);
    await system.stop();
    expect(running).toHaveLength(6);
    expect(running.filter(isAlive)).toEqual([]);
    expect(await isPortFree(system.port)).toBe(true);
  });

  it('gives processes nothing of its own environment', async () => {
    await withSystem(async ({ origin }) => {
      const { env } = (await (await fetch(`${origin}/api/v1/x`)).json()) as { env: Record<string, string> };
      expect(env).not.toHaveProperty('PATH');
      expect(env).toMatchObject({ NODE_ENV: 'production', PUBLIC_ORIGIN: origin });
    });
  });

  it('starts a killed process again, and answers "unavailable" meanwhile', async () => {
    await withSystem(async (system) => {
      system.processes.get('api-gateway')?.kill('SIGKILL');
      const down = await fetch(`${system.origin}/api/v1/x`);
      expect([503, 200]).toContain(down.status);
      await system.ready('api-gateway');
      expect((await fetch(`${system.origin}/api/v1/x`)).status).toBe(200);
      expect(log.some((line) => line.startsWith('api-gateway ended unexpectedly (SIGKILL)'))).toBe(true);
    });
  });

  it('leaves it down where that is wanted, until it is started', async () => {
    await withSystem(
      async (system) => {
        const api = system.processes.get('api-gateway');
        await api?.stop([]);
        const down = await fetch(`${system.origin}/api/v1/x`);
        expect(down.status).toBe(503);
        expect(await down.json()).toMatchObject({ code: 'unavailable' });
        api?.start();
        await system.ready('api-gateway');
        expect((await fetch(`${system.origin}/api/v1/x`)).status).toBe(200);
      },
      { restart: false },
    );
  });

  it('names the process that fails, with its last words, and stops the others', async () => {
    const before = log.length;
    const attempt = start({ extraEnv: { messages: { FAIL: 'no such key' } } });
    await expect(attempt).rejects.toThrow(
      /^messages did not start: it ended \(exit code 1\)\. The end of .*messages\.log:\n {4}cannot start: no such key$/,
    );
    expect(log.slice(before).every((line) => line.startsWith('messages ended unexpectedly'))).toBe(true);
    expect(readFileSync(join(scratch, 'data/logs/messages.log'), 'utf8')).toContain('no such key');
  });

  it('gives up and stops everything when it is told to', async () => {
    const abort = new AbortController();
    const attempt = start({ signal: abort.signal, extraEnv: { users: { UNREADY: 'waiting for its database' } } });
    setTimeout(() => abort.abort(new Error('Ctrl-C')), 500);
    await expect(attempt).rejects.toThrow('Ctrl-C');
  });

  it('says in one sentence that its port is taken', async () => {
    await withSystem(async ({ port }) => {
      await expect(start({ port })).rejects.toThrow(
        `Port ${port} can't be listened on: it is in use by another program.`,
      );
    });
  });

  it('refuses several gateways without a Redis', async () => {
    await expect(start({ gateways: 3, redisUrl: undefined })).rejects.toThrow(
      '3 realtime gateways need a Redis between them.',
    );
  });
});

describe('migrateDatabases', () => {
  it('runs the command of each service on its own database', async () => {
    const files = { users: join(scratch, 'u'), chatrooms: join(scratch, 'c'), messages: join(scratch, 'm') };
    await migrateDatabases({ distDir, databases: files });
    expect(Object.values(files).map((file) => readFileSync(file, 'utf8'))).toEqual(['users', 'chatrooms', 'messages']);
  });

  it('says which failed, and why', async () => {
    const files = { users: join(scratch, 'u'), chatrooms: 'broken', messages: join(scratch, 'm') };
    await expect(migrateDatabases({ distDir, databases: files })).rejects.toThrow(
      `The database of chatrooms can't be brought up to date: relation "x" does not exist`,
    );
  });
});
