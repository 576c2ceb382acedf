import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@parley/server-embedded';
import { makeWorkspace } from './fake-workspace.fixture';

/** By its path: from another directory its name leads nowhere. */
const tsx = createRequire(import.meta.url).resolve('tsx');
const repository = join(import.meta.dirname, '../../..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'parley-launch-')));
const running = new Set<Launcher>();
let port = 0;

/** A launcher and all that it says. */
class Launcher {
  text = '';
  readonly exit: Promise<number | null>;

  constructor(readonly process: ChildProcess) {
    running.add(this);
    for (const stream of [process.stdout, process.stderr])
      stream?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.exit = once(process, 'close').then(([code]) => {
      running.delete(this);
      return code as number | null;
    });
  }

  /** Resolves once it has said that; rejects with all it said when it ends before. */
  async said(words: string): Promise<void> {
    while (!this.text.includes(words)) {
      const ended = await Promise.race([
        this.exit.then(() => true),
        once(this.process.stdout ?? this.process, 'data').then(() => false),
      ]);
      if (ended && !this.text.includes(words)) throw new Error(`"${words}" was not said:\n${this.text}`);
    }
  }
}

function start(argv: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Launcher {
  return new Launcher(
    spawn(process.execPath, ['--import', tsx, join(repository, 'tools/start/src/main.ts'), ...argv], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        PORT: String(port),
        TSX_TSCONFIG_PATH: join(repository, 'tsconfig.base.json'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Puts a program in the place of one that does not come to be ready before it is told to stop. Answers what puts that back. */
function neverReady(program: string): () => void {
  const path = join(root, 'dist/apps', program, 'main.js');
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, `process.on('SIGTERM', () => process.exit(0)); setInterval(() => undefined, 1_000);`);
  return () => writeFileSync(path, whole);
}

/** The command lines of all processes that have to do with this workspace. */
function leftovers(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((commandLine) => commandLine.includes(root));
}

describe('the launcher', () => {
  beforeAll(async () => {
    chmodSync(root, 0o711);
    makeWorkspace(root);
    port = await freePort();
  });
  afterEach(async () => {
    for (const launcher of running) launcher.process.kill('SIGTERM');
    await Promise.all([...running].map(({ exit }) => exit));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('brings everything up, refuses a second start, and leaves nothing behind', async () => {
    const launcher = start();
    await launcher.said('Parley is ready');
    expect(launcher.text).toContain(`http://localhost:${port}`);
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain('Fake');
    expect((await fetch(`http://localhost:${port}/api/v1/x`)).status).toBe(200);
    expect(statSync(join(root, '.parley/rpc-secret')).mode & 0o777).toBe(0o600);

    const second = start();
    expect(await second.exit).toBe(1);
    expect(second.text).toContain(`Parley runs already: open http://localhost:${port}`);

    launcher.process.kill('SIGINT');
    expect(await launcher.exit).toBe(0);
    expect(launcher.text).toContain('Stopped.');
    expect(leftovers()).toEqual([]);
  });

  it('clears what a killed launcher has left, and keeps its PostgreSQL', async () => {
    const killed = start();
    await killed.said('Parley is ready');
    killed.process.kill('SIGKILL');
    await killed.exit;
    expect(leftovers().length).toBeGreaterThan(5);

    const launcher = start();
    await launcher.said('Parley is ready');
    expect(launcher.text).toContain(
      'ended what a killed run had left: users, chatrooms, messages, realtime-gateway-1, api-gateway',
    );
    expect(launcher.text).toContain('PostgreSQL was running still');
    launcher.process.kill('SIGTERM');
    expect(await launcher.exit).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  it.each(['Starting PostgreSQL', 'Bringing the databases up to date', 'Starting the services'])(
    'stops in order when told to while %s',
    async (step) => {
      const wakeUp = neverReady('messages');
      const launcher = start();
      await launcher.said(step);
      launcher.process.kill('SIGINT');
      launcher.process.kill('SIGINT');
      const code = await launcher.exit;
      wakeUp();
      expect(code).toBe(0);
      expect(launcher.text).not.toContain('Parley is ready');
      expect(leftovers()).toEqual([]);
      expect(existsSync(join(root, '.parley/launcher.lock'))).toBe(false);
    },
  );

  it('starts a killed service again, and says so', async () => {
    const launcher = start();
    await launcher.said('Parley is ready');
    const pid = Number(await (await fetch(`http://localhost:${port}/api/v1/x`)).text());
    process.kill(pid, 'SIGKILL');
    await launcher.said('api-gateway ended unexpectedly (SIGKILL)');
    launcher.process.kill('SIGTERM');
    expect(await launcher.exit).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  it('says in one sentence that its port is in use', async () => {
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const launcher = start();
    expect(await launcher.exit).toBe(1);
    expect(launcher.text).toContain(
      `Port ${port} is in use by another program: stop that, or choose another one, as in PORT=`,
    );
    squatter.close();
    await once(squatter, 'close');
  });

  it('says in one sentence that a service fails, with its last words', async () => {
    const path = join(root, 'dist/apps/messages/main.js');
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, `throw new Error('no such table');`);
    const launcher = start();
    expect(await launcher.exit).toBe(1);
    writeFileSync(path, whole);
    expect(launcher.text).toContain('messages did not start: it ended (exit code 1).');
    expect(launcher.text).toContain('Error: no such table');
    expect(leftovers()).toEqual([]);
  });

  it('says in one sentence what it does not know', async () => {
    const launcher = start(['--gatewys', '3']);
    expect(await launcher.exit).toBe(1);
    expect(launcher.text.trim()).toBe(`Unknown option '--gatewys'; "npm start -- --help" tells what there is.`);
  });

  it('says in one sentence that the Redis named does not answer', async () => {
    const launcher = start(['--gateways', '2'], { REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
    expect(await launcher.exit).toBe(1);
    expect(launcher.text).toMatch(
      /The Redis named by REDIS_URL \(redis:\/\/127\.0\.0\.1:\d+\) can't be used: .*ECONNREFUSED/,
    );
    expect(leftovers()).toEqual([]);
  });

  it('helps', async () => {
    const launcher = start(['--help']);
    expect(await launcher.exit).toBe(0);
    expect(launcher.text).toContain('npm start -- --gateways 3');
  });
});
