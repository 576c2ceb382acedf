import { setTimeout as pause } from 'node:timers/promises';
import { redisConnection, type RedisConnection } from '@parley/server-redis';
import { borrowRedis, type Borrowed } from '@parley/server-embedded';
import { createLogger } from '@parley/server-runtime';
import { RateLimiter } from './rate-limiter';
import { RedisSlidingLog, type SharedLog } from './redis-sliding-log';

let redis: Borrowed;
let connection: RedisConnection;
beforeAll(async () => {
  redis = await borrowRedis();
  connection = redisConnection({ url: redis.url, name: 'test', log: createLogger({ name: 'test', level: 'silent' }) });
  await new Promise((resolve) => connection.redis.once('ready', resolve));
});
afterAll(async () => {
  await connection.close();
  await redis.giveBack();
});

/** Longer than Redis ever takes, in milliseconds: on a busy machine too it has the last word. */
const PATIENT_MS = 60_000;

const limit = { name: 'test', max: 200, windowMs: 10_000 };
let subject = 0;
beforeEach(() => subject++);

it('S27: holds over two gateways, also when both are stormed at once', async () => {
  const shared = new RedisSlidingLog(connection.redis);
  const aGateway = () => new RateLimiter(shared, undefined, PATIENT_MS);
  const [one, other] = [aGateway(), aGateway()];
  const attempts = Array.from({ length: 150 }, () => [
    one.take(limit, `s${subject}`),
    other.take(limit, `s${subject}`),
  ]);
  const verdicts = await Promise.all(attempts.flat());
  expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(200);
  expect(await one.take(limit, `s${subject}`)).toMatchObject({ allowed: false, remaining: 0 });
});

it('gives room again as the oldest attempts leave the window', async () => {
  const short = { name: 'short', max: 3, windowMs: 1_000 };
  const limiter = new RateLimiter(new RedisSlidingLog(connection.redis), undefined, PATIENT_MS);
  const take = () => limiter.take(short, `s${subject}`);
  for (let i = 0; i < 3; i++) expect(await take()).toMatchObject({ allowed: true, remaining: 2 - i });
  const { allowed, resetMs } = await take();
  expect(allowed).toBe(false);
  expect(resetMs).toBeLessThanOrEqual(1_000);
  await pause(resetMs);
  // Redis reckons by a clock of its own, and the machine may be busy.
  let verdict = await take();
  for (let tries = 0; !verdict.allowed && tries < 25; tries++) {
    await pause(20);
    verdict = await take();
  }
  expect(verdict).toMatchObject({ allowed: true });
});

describe('a Redis that does not answer', () => {
  const hanging: SharedLog = { take: () => new Promise(() => undefined) };

  it('is waited for once in a second, and then not at all; each node counts for itself', async () => {
    const limiter = new RateLimiter(hanging);
    const startedAt = performance.now();
    let allowed = 0;
    for (let i = 0; i < 300; i++) if ((await limiter.take(limit, 'somebody')).allowed) allowed++;
    expect(allowed).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(900);
  });
});

it('no attempt at an ordinary pace waits for Redis', async () => {
  let hear: (answer: () => void) => void;
  const asked = new Promise<() => void>((resolve) => (hear = resolve));
  const slow: SharedLog = {
    take: () => new Promise((resolve) => hear(() => resolve({ allowed: false, remaining: 0, resetMs: 5_000 }))),
  };
  const limiter = new RateLimiter(slow);
  expect(await limiter.take(limit, 'somebody')).toMatchObject({ allowed: true });
  // What Redis says in passing holds from the next attempt on.
  const answer = await asked;
  answer();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await limiter.take(limit, 'somebody')).toMatchObject({ allowed: false });
});
