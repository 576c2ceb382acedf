import { setTimeout as pause } from 'node:timers/promises';
import { borrowRedis, type Borrowed } from '@parley/server-embedded';
import { createLogger } from '@parley/server-runtime';
import { Redis } from 'ioredis';
import { strongest, type PresencePart } from './presence-part';
import { RedisPresenceBoard } from './redis-presence-board';

/** How long a test waits for what it needs before it fails. */
const PATIENCE_MS = 15_000;

const log = createLogger({ name: 'test', level: 'silent' });
const online: PresencePart = { status: 'online', since: 1 };
const away: PresencePart = { status: 'away', since: 2 };

let redis: Borrowed;
let observer: Redis;
const open: RedisPresenceBoard[] = [];
beforeAll(async () => {
  redis = await borrowRedis();
  observer = new Redis(redis.url);
});
afterEach(async () => {
  for (const board of open.splice(0)) await board.close();
  await observer.flushall();
});
afterAll(async () => {
  observer.disconnect();
  await redis.giveBack();
});

/** A lease that does not run out while a test lasts, however busy the machine is. */
const LONG_LEASE_MS = 120_000;

/** A node, and what its board told it. */
function node(leaseMs = LONG_LEASE_MS) {
  const board = new RedisPresenceBoard({ url: redis.url, log, leaseMs, renewEveryMs: 100 });
  const heard: { userId: string; leftAt: number | undefined }[] = [];
  const gone: string[] = [];
  let unsure = 0;
  board.start({
    changed: (userId, leftAt) => heard.push({ userId, leftAt }),
    unsure: () => unsure++,
    gone: (userIds) => gone.push(...userIds),
  });
  open.push(board);
  const statusOf = async (userId: string): Promise<string | null> =>
    strongest((await board.read([userId])).get(userId) ?? [])?.status ?? null;
  return { board, heard, gone, statusOf, unsure: () => unsure };
}

/** Waits until a check holds; one that rejects does not hold yet. */
async function until(check: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  const holds = async (): Promise<boolean> => check();
  while (!(await holds().catch(() => false))) {
    if (performance.now() > end) throw new Error('it did not come to be');
    await pause(20);
  }
}
const untilStatus = (statusOf: (userId: string) => Promise<string | null>, userId: string, status: string | null) =>
  until(async () => (await statusOf(userId)) === status);

it('a node finds what the others say, is told where it listens and nowhere else, and never reads its own word', async () => {
  const [here, there] = [node(), node()];
  here.board.listen('ana');
  await untilStatus(here.statusOf, 'ana', null);
  await here.board.settled();
  there.board.say('ana', online);
  there.board.say('ben', online);
  await untilStatus(here.statusOf, 'ana', 'online');
  there.board.say('ana', away);
  there.board.leave('ben', 5);
  await untilStatus(here.statusOf, 'ana', 'away');
  await untilStatus(here.statusOf, 'ben', null);
  there.board.leave('ana', 7);
  await until(() => here.heard.some(({ leftAt }) => leftAt === 7));
  expect(new Set(here.heard.map(({ userId }) => userId))).toEqual(new Set(['ana']));
  await untilStatus(here.statusOf, 'ana', null);
  here.board.say('ana', online);
  await untilStatus(there.statusOf, 'ana', 'online');
  // Its own word is in the record, and still it is not read.
  expect(await observer.hlen('parley:presence:user:ana')).toBe(1);
  await untilStatus(here.statusOf, 'ana', null);
});

it('the word of a node that died counts no longer than its lease, is cleared away, and its people are told as gone unless they are elsewhere', async () => {
  const [here, dying] = [node(), node(2_000)];
  dying.board.say('ana', online);
  dying.board.say('ben', online);
  here.board.say('ben', online);
  await untilStatus(here.statusOf, 'ana', 'online');
  await until(async () => (await observer.hlen('parley:presence:user:ben')) === 2);
  const unsureBefore = here.unsure();
  await dying.board.close();
  await untilStatus(here.statusOf, 'ana', null);
  await until(() => here.unsure() > unsureBefore);
  await until(async () => (await observer.keys('parley:presence:user:ana')).length === 0);
  await until(async () => (await observer.keys('parley:presence:at:*')).length === 1);
  expect(await observer.hlen('parley:presence:user:ben')).toBe(1);
  expect(new Set(here.gone)).toEqual(new Set(['ana']));
});

it('when people were last seen is told to nodes that listen for them, the own one included', async () => {
  const [here, there] = [node(), node()];
  for (const { board } of [here, there]) board.listen('ana');
  await Promise.all([here, there].map(({ board }) => board.settled()));
  await until(() => {
    here.board.lastSeen(['ana', 'ben'], 9);
    return [here, there].every(({ heard }) => heard.some(({ leftAt }) => leftAt === 9));
  });
  expect(new Set([...here.heard, ...there.heard].map(({ userId }) => userId))).toEqual(new Set(['ana']));
});

it('a node that lost its lease while it was paused comes back under a new name, with all its people, each once', async () => {
  const [here, paused] = [node(), node()];
  paused.board.say('ana', away);
  await untilStatus(here.statusOf, 'ana', 'away');
  const [before] = await observer.hkeys('parley:presence:user:ana');
  await observer.zadd('parley:presence:nodes', 0, before ?? '');
  await until(async () => {
    const names = await observer.hkeys('parley:presence:user:ana');
    return names.length === 1 && names[0] !== before;
  });
  await untilStatus(here.statusOf, 'ana', 'away');
  expect(await observer.hlen('parley:presence:user:ana')).toBe(1);
});

it('what a Redis that was emptied has forgotten is said again', async () => {
  const [here, there] = [node(), node()];
  there.board.say('ana', online);
  await untilStatus(here.statusOf, 'ana', 'online');
  await observer.flushall();
  await untilStatus(here.statusOf, 'ana', 'online');
});

it('a lease costs one command for the node, however many people are on it', async () => {
  const { board } = node();
  const people = Array.from({ length: 1_000 }, (_, i) => `person-${i}`);
  for (const userId of people) board.say(userId, online);
  await until(async () => (await observer.keys('parley:presence:user:*')).length === people.length);
  const calls = async (command: string): Promise<number> =>
    Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(await observer.info('commandstats'))?.[1] ?? 0);
  const [writes, renewals] = [await calls('hset'), await calls('eval')];
  await until(async () => (await calls('eval')) >= renewals + 3);
  expect((await calls('hset')) - writes).toBe(0);
});
