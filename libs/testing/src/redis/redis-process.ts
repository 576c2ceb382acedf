import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@parley/server-embedded';
import { Redis } from 'ioredis';
import { eventually } from '../eventually';
import type { TestCertificate } from './test-certificate';

/** What every server of a test asks for. */
export const PASSWORD = 'of-the-tests';
const SERVERS = ['redis-server', 'valkey-server'];

/** Ends the server when the test's process ends, in whatever way: then there is nothing more to read. */
const GUARDED = '"$@" </dev/null & cat >/dev/null; kill -9 $! 2>/dev/null; wait';

/** How a server is lost: as by a machine that fails, or by one that stands still and later goes on with what it knew. */
export type Loss = 'killed' | 'frozen';

/** Where a server is spoken to over TLS, besides. */
export interface TlsPlace {
  readonly certificate: TestCertificate;
  readonly port: number;
}

export interface RedisProcessOptions {
  readonly args?: readonly string[];
  readonly tls?: TlsPlace | undefined;
}

/** One server of a test, which is started again only when it is told to. */
export class RedisProcess {
  private constructor(
    /** Where those who are tested speak to it. */
    readonly port: number,
    /** A connection for the test's own questions. */
    readonly client: Redis,
    private readonly command: readonly string[],
    private readonly folder: string,
    private guard: ChildProcess,
  ) {}

  /** Starts one on the loopback address and waits until it answers. `lines`: what its configuration says besides. */
  static async start(
    port: number,
    lines: readonly string[],
    { args = [], tls }: RedisProcessOptions = {},
  ): Promise<RedisProcess> {
    const command = findProgram(SERVERS);
    if (command === undefined) throw new Error('These tests need a redis-server 7 or a valkey-server.');
    const folder = await mkdtemp(join(tmpdir(), 'parley-redis-'));
    const file = join(folder, 'redis.conf');
    const settings = ['bind 127.0.0.1', `port ${port}`, `dir ${folder}`, `requirepass ${PASSWORD}`, ...lines];
    if (tls) settings.push(...tls.certificate.lines, `tls-port ${tls.port}`);
    await writeFile(file, `${settings.join('\n')}\n`);
    const whole = [command, file, ...args];
    const guard = guarded(whole);
    const client = new Redis({ host: '127.0.0.1', port, password: PASSWORD, retryStrategy: () => 50 });
    client.on('error', () => undefined);
    await eventually(() => client.ping());
    return new RedisProcess(tls?.port ?? port, client, whole, folder, guard);
  }

  /** Kills it at once, as a machine that fails would. */
  async kill(): Promise<void> {
    const pid = await this.pid();
    this.client.disconnect();
    process.kill(pid, 'SIGKILL');
  }

  /** Has it stand still; answers how it goes on. */
  async freeze(): Promise<() => void> {
    const pid = await this.pid();
    process.kill(pid, 'SIGSTOP');
    return () => void process.kill(pid, 'SIGCONT');
  }

  /** Starts it again after it was killed, with what it has written of itself into its folder, and waits until it answers. */
  async startAgain(...args: readonly string[]): Promise<void> {
    await this.end();
    this.guard = guarded([...this.command, ...args]);
    await this.client.connect().catch(() => undefined);
    await eventually(() => this.client.ping());
  }

  async close(): Promise<void> {
    this.client.disconnect();
    await this.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async pid(): Promise<number> {
    return Number(/process_id:(\d+)/.exec(await this.client.info('server'))?.[1]);
  }

  private async end(): Promise<void> {
    if (this.guard.exitCode === null && this.guard.signalCode === null) {
      const ended = once(this.guard, 'exit');
      this.guard.stdin?.end();
      await ended;
    }
  }
}

function guarded(command: readonly string[]): ChildProcess {
  return spawn('/bin/sh', ['-c', GUARDED, 'sh', ...command], { stdio: ['pipe', 'ignore', 'ignore'] });
}

/** @throws where the server is no master, or does not answer */
export async function assertMaster({ client }: RedisProcess): Promise<void> {
  if (!(await client.info('replication')).includes('role:master')) throw new Error('It is no master.');
}

/** @throws while the server is no replica that has all of its master */
export async function assertReplica({ client }: RedisProcess): Promise<void> {
  if (!(await client.info('replication')).includes('master_link_status:up')) throw new Error('It is not copied yet.');
}

/** Loses a server; answers how it comes back, should it have been killed with these arguments besides. */
export async function lose(server: RedisProcess, how: Loss): Promise<(...args: string[]) => Promise<void>> {
  if (how === 'frozen') {
    const goOn = await server.freeze();
    return () => Promise.resolve(goOn());
  }
  await server.kill();
  return (...args) => server.startAgain(...args);
}
