import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { eventually, testRedis } from '@parley/testing';
import { Redis } from 'ioredis';
import { TestRealtime } from './gateway.fixture';

it('a gateway that cannot start leaves no connection to Redis behind', async () => {
  const redis = await testRedis();
  const observer = new Redis(redis.url);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  try {
    const environment = { REDIS_URL: redis.url, HTTP_PORT: String((taken.address() as AddressInfo).port) };
    await expect(TestRealtime.start({ environment })).rejects.toThrow('EADDRINUSE');
    await eventually(async () => expect(await observer.call('CLIENT', 'LIST')).not.toContain('name=parley'));
  } finally {
    taken.close();
    observer.disconnect();
    await redis.close();
  }
});
