import { jest } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { eventually } from '../eventually.fixture';
import { freePort } from '../process/ports';
import { isAlive } from '../process/process-identity';
import { findOrStartRedis, type UsableRedis } from './find-or-start-redis';
import { probeRedis } from './redis-probe';

jest.setTimeout(240_000);

const dataDir = mkdtempSync(join(tmpdir(), 'parley-redis-'));
let redis: UsableRedis;

describe('findOrStartRedis', () => {
  beforeAll(async () => {
    redis = await findOrStartRedis({ dataDir, install: true, log: () => undefined });
  });
  afterAll(async () => {
    await redis.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('starts one that keeps nothing and asks for a password', async () => {
    const client = new Redis(redis.url);
    expect(await client.config('GET', 'save')).toEqual(['save', '']);
    expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'no']);
    client.disconnect();
    expect(await probeRedis(redis.url.replace(/:[^:@]+@/, ':wrong@'))).toMatchObject({ usable: false });
  });

  it('takes one that is there, and leaves it running', async () => {
    const named = await findOrStartRedis({ url: redis.url, dataDir, log: () => undefined });
    expect(named).toMatchObject({ url: redis.url, process: null });
    await named.stop();
    expect(await probeRedis(redis.url)).toEqual({ usable: true });
  });

  it('starts a killed one again at the same address', async () => {
    redis.process?.kill('SIGKILL');
    await eventually(async () => expect(await probeRedis(redis.url)).toEqual({ usable: true }));
  });

  it('says in one sentence that nobody answers, without the password', async () => {
    const url = `redis://:secret@127.0.0.1:${await freePort()}`;
    const attempt = findOrStartRedis({ url, dataDir, log: () => undefined });
    await expect(attempt).rejects.toThrow(
      /^The Redis named by REDIS_URL \(redis:\/\/…@127\.0\.0\.1:\d+\) can't be used: .*ECONNREFUSED/,
    );
    const sentinels = `redis+sentinel://:secret@127.0.0.1:${await freePort()}/main?sentinelPassword=other-secret`;
    const other = findOrStartRedis({ url: sentinels, dataDir, log: () => undefined });
    await expect(other).rejects.toThrow(/^The Redis named by REDIS_URL \(redis\+sentinel:\/\/…@[^@]+\/main\?…\) can't/);
  });

  it('says so within its deadline where somebody listens but says nothing', async () => {
    const port = await freePort();
    const mute = createServer((socket) => socket.on('error', () => undefined).resume()).listen(port, '127.0.0.1');
    expect(await probeRedis(`redis://127.0.0.1:${port}`, 300)).toMatchObject({ usable: false });
    mute.close();
    await once(mute, 'close');
  });

  it('leaves nothing behind', async () => {
    const other = await findOrStartRedis({ dataDir, log: () => undefined });
    const identity = other.process?.identity;
    await other.stop();
    expect(identity && isAlive(identity)).toBe(false);
  });
});
