import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@parley/server-embedded';
import { eventually } from '@parley/testing';
import { Redis } from 'ioredis';
import { writeSecrets } from './bundle.fixture';
import { findOrInstall } from './program.fixture';
import { inWorkspace } from './workspace';

const run = promisify(execFile);
const server = await findOrInstall('redis-server');
const script = inWorkspace('docker/redis/redis.sh');

if (server === undefined) {
  it.skip('could not be checked: there is no redis-server on this machine', () => undefined);
} else {
  describe('the script of the container of Redis', () => {
    let secrets: string;
    let env: Readonly<Record<string, string>>;
    let url: string;
    let child: ChildProcess | undefined;

    beforeEach(async () => {
      secrets = await mkdtemp(join(tmpdir(), 'parley-redis-'));
      const port = await freePort();
      await writeSecrets(secrets, { redis: `127.0.0.1:${port}` });
      url = (await readFile(join(secrets, 'redis_url'), 'utf8')).trim();
      env = { PATH: '/usr/local/bin:/usr/bin:/bin', SECRETS_DIRECTORY: secrets, REDIS_PORT: String(port) };
    });
    afterEach(async () => {
      if (child?.exitCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      child = undefined;
      await rm(secrets, { recursive: true });
    });

    const check = (): Promise<unknown> => run('/bin/sh', [script, 'check'], { env });

    it('becomes a Redis that the gateways’ URL opens, and says when it is well', async () => {
      child = spawn('/bin/sh', [script, 'start'], { env, stdio: 'ignore' });
      await eventually(check, 10_000);
      const redis = new Redis(url, { maxRetriesPerRequest: 0 });
      expect(await redis.config('GET', 'save')).toEqual(['save', '']);
      redis.disconnect();

      const stranger = new Redis(url.replace(/:[^:@]*@/, ':guess@'), {
        maxRetriesPerRequest: 0,
        retryStrategy: () => null,
      });
      stranger.on('error', () => undefined);
      await expect(stranger.ping()).rejects.toThrow();
      stranger.disconnect();
    });

    it('shows its password in no list of processes, and ends on SIGTERM', async () => {
      child = spawn('/bin/sh', [script, 'start'], { env, stdio: 'ignore' });
      await eventually(check, 10_000);
      expect(await readFile(`/proc/${child.pid ?? 0}/cmdline`, 'utf8')).toMatch(/^redis-server[^@]*$/);
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      expect(await exited).toEqual([0, null]);
      await expect(check()).rejects.toThrow();
    });

    it('refuses a URL without a password that it can use', async () => {
      await writeFile(join(secrets, 'redis_url'), 'redis://redis:6379');
      await expect(run('/bin/sh', [script, 'start'], { env })).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('must be redis://:<password>@<host>:<port>'),
      });
    });
  });
}
