import { setTimeout as pause } from 'node:timers/promises';
import { RedisPresenceBoard } from '@parley/server-realtime';
import { redisConnection } from '@parley/server-redis';
import { eventually, testLog, testRedis, type TestRedis } from '@parley/testing';
import { RedisSocketQuota } from './redis-socket-quota';

const ana = '0199f3a0-0000-7000-8000-00000000000a';
const log = testLog();
let redis: TestRedis;
beforeAll(async () => (redis = await testRedis()));
afterAll(() => redis.close());
const started: { die(): Promise<void> }[] = [];
afterEach(async () => void (await Promise.all(started.splice(0).map((one) => one.die()))));

/** The count of sockets as one gateway keeps it, with a lease that is short. */
function gateway(url: string) {
  const board = new RedisPresenceBoard({ url, log, leaseMs: 1_000, renewEveryMs: 200 });
  board.start({ changed: () => undefined, unsure: () => undefined, gone: () => undefined });
  const counting = redisConnection({ url, name: 'sockets', log });
  const quota = new RedisSocketQuota(counting.redis, 2, board, log);
  let dying: Promise<void> | undefined;
  const die = async (): Promise<void> => {
    await Promise.all([board.close(), quota.stop()]);
    await counting.close();
  };
  const one = {
    ...{ quota, board, redis: counting.redis },
    lives: () => eventually(async () => expect(await board.dead([board.node])).toEqual([])),
    /** As far as others see it dies without a word. */
    die: () => (dying ??= die()),
  };
  started.push(one);
  return one;
}

it('sockets of a gateway that died count no longer than its lease lasts, and those of one that lives do', async () => {
  const [one, other] = [gateway(redis.url), gateway(redis.url)];
  await Promise.all([one.lives(), other.lives()]);
  const acquired = [await one.quota.acquire(ana, 'a'), await one.quota.acquire(ana, 'b')];
  expect(acquired).toEqual([true, true]);
  await pause(1_500);
  expect(await other.quota.acquire(ana, 'c')).toBe(false);
  await one.die();
  await eventually(async () => expect(await other.quota.acquire(ana, 'd')).toBe(true));
  expect(await other.quota.acquire(ana, 'e')).toBe(true);
  expect(await other.quota.acquire(ana, 'f')).toBe(false);
  other.quota.release(ana, 'd');
  await eventually(async () => expect(await other.quota.acquire(ana, 'g')).toBe(true));
}, 30_000);

it('a gateway that has just begun is not taken for dead', async () => {
  const one = gateway(redis.url);
  await one.lives();
  const newcomer = gateway(redis.url);
  await newcomer.lives();
  const member = ana.replace('a', 'b');
  expect(await newcomer.quota.acquire(member, 'a')).toBe(true);
  expect(await newcomer.quota.acquire(member, 'b')).toBe(true);
  expect(await one.quota.acquire(member, 'c')).toBe(false);
}, 30_000);

it('a gateway that loses its lease counts its sockets under its new name within a moment', async () => {
  const [one, other] = [gateway(redis.url), gateway(redis.url)];
  await Promise.all([one.lives(), other.lives()]);
  const member = ana.replace('a', 'c');
  const acquired = [await one.quota.acquire(member, 'a'), await one.quota.acquire(member, 'b')];
  expect(acquired).toEqual([true, true]);
  const before = one.board.node;
  await other.redis.zrem('parley:presence:nodes', before);
  await eventually(() => expect(one.board.node).not.toBe(before));
  const entries = () => other.redis.zrangebyscore(`parley:sockets:${member}`, '-inf', '+inf');
  await eventually(async () => expect(await entries()).toContain(`${one.board.node}/a`), 5_000);
  expect(await other.quota.acquire(member, 'c')).toBe(false);
}, 30_000);

it('what the release before has counted in, by the id of the socket alone, is of no dead gateway', async () => {
  const one = gateway(redis.url);
  await one.lives();
  const member = ana.replace('a', 'd');
  const until = Date.now() + 60_000;
  await one.redis.zadd(`parley:sockets:${member}`, until, 'a', until, 'b');
  expect(await one.quota.acquire(member, 'c')).toBe(false);
}, 30_000);
