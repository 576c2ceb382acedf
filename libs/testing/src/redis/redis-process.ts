import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@parley/server-embedded';
import { Redis } from 'ioredis';
import { eventually } from '../eventually';

/** What every server of a test asks for. */
export const PASSWORD = 'of-the-tests';
const SERVERS = ['redis-server', 'valkey-server'];

/** Ends the server when the test's process ends, in whatever way: then there is nothing more to read. */
const GUARDED = '"$@" </dev/null & cat >/dev/null; kill -9 $! 2>/dev/null; wait';

/** One server of a test, which is not started again when it ends. */
export class RedisProcess {
  private constructor(
    readonly port: number,
    /** A connection for the test's own questions. */
    readonly client: Redis,
    private readonly guard: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Starts one on the loopback address and waits until it answers. `lines`: what its configuration says besides. */
  static async start(port: number, lines: readonly string[], ...args: readonly string[]): Promise<RedisProcess> {
    const command = findProgram(SERVERS);
    if (command === undefined) throw new Error('These tests need a redis-server 7 or a valkey-server.');
    const folder = await mkdtemp(join(tmpdir(), 'parley-redis-'));
    const file = join(folder, 'redis.conf');
    const settings = ['bind 127.0.0.1', `port ${port}`, `dir ${folder}`, `requirepass ${PASSWORD}`, ...lines];
    await writeFile(file, `${settings.join('\n')}\n`);
    const guard = spawn('/bin/sh', ['-c', GUARDED, 'sh', command, file, ...args], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const client = new Redis({ host: '127.0.0.1', port, password: PASSWORD, retryStrategy: () => 50 });
    client.on('error', () => undefined);
    await eventually(() => client.ping());
    return new RedisProcess(port, client, guard, folder);
  }

  /** Kills it at once, as a machine that fails would. */
  async kill(): Promise<void> {
    const pid = Number(/process_id:(\d+)/.exec(await this.client.info('server'))?.[1]);
    this.client.disconnect();
    process.kill(pid, 'SIGKILL');
  }

  async close(): Promise<void> {
    this.client.disconnect();
    if (this.guard.exitCode === null && this.guard.signalCode === null) {
      const ended = once(this.guard, 'exit');
      this.guard.stdin?.end();
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
