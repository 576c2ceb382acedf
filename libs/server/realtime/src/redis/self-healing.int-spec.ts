import { borrowRedis, type Borrowed } from '@parley/server-embedded';
import { redisConnection, type RedisConnection } from '@parley/server-redis';
import { createLogger } from '@parley/server-runtime';

const log = createLogger({ name: 'test', level: 'silent' });

let redis: Borrowed;
let connection: RedisConnection;
beforeAll(async () => {
  redis = await borrowRedis();
});
beforeEach(async () => {
  connection = redisConnection({ url: redis.url, name: 'test', log });
  await connection.ready(5_000);
});
afterEach(() => connection.close());
afterAll(() => redis.giveBack());

/** As Sentinels do who tell of a new master while one is being looked for. */
async function cutOffWhileConnecting(): Promise<void> {
  const ended = new Promise((resolve) => connection.redis.once('end', resolve));
  connection.redis.once('connecting', () => connection.redis.disconnect(true));
  connection.redis.disconnect(true);
  await ended;
}

it('a connection that was cut off in the midst of connecting, which ioredis takes for closed, comes back', async () => {
  for (let times = 0; times < 2; times++) {
    await cutOffWhileConnecting();
    expect(connection.redis.status).toBe('end');
    await connection.ready(5_000);
    expect(await connection.redis.ping()).toBe('PONG');
  }
});

it('one that was closed does not', async () => {
  await cutOffWhileConnecting();
  await connection.close();
  await connection.ready(500);
  expect(connection.redis.status).toBe('end');
});
