import { createServer } from 'node:http';
import { borrowRedis, type Borrowed } from '@parley/server-embedded';
import { createLogger } from '@parley/server-runtime';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';
import { roomChannel } from '../rooms';
import { redisEngine } from './redis-engine';

const log = createLogger({ name: 'test', level: 'silent' });

let redis: Borrowed;
let observer: Redis;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  redis = await borrowRedis();
  observer = new Redis(redis.url);
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
  observer.disconnect();
  await redis.giveBack();
});

/** A node without a network: what its adapter does is done by hand. */
async function node(url = redis.url) {
  let lost = 0;
  const engine = await redisEngine({ url, log, onLost: () => lost++ });
  const io = new Server(createServer(), { adapter: engine.adapter });
  ends.push(async () => {
    await io.close();
    await engine.close();
  });
  return { engine, io, adapter: io.of('/').adapter, lost: () => lost };
}

/** How often a Redis command was called since the start. */
async function calls(command: string): Promise<number> {
  const stats = await observer.info('commandstats');
  return Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(stats)?.[1] ?? 0);
}

it('a member of 2,000 rooms costs a few commands, and all of them are heard', async () => {
  const { engine, adapter } = await node();
  await engine.settled();
  const before = await calls('ssubscribe');
  const rooms = Array.from({ length: 2_000 }, (_, i) => roomChannel(`${i}`));
  await adapter.addAll('socket', new Set(rooms));
  await engine.settled();
  expect((await calls('ssubscribe')) - before).toBe(4);
  const heard = await observer.call('PUBSUB', 'SHARDCHANNELS', 'parley#/#room:*');
  expect(heard).toHaveLength(2_000);

  adapter.delAll('socket');
  await engine.settled();
  expect(await observer.call('PUBSUB', 'SHARDCHANNELS', 'parley#/#room:*')).toEqual([]);
});

it('a node hears again what it wants when its connection was cut', async () => {
  const { engine, adapter } = await node();
  await adapter.addAll('socket', new Set([roomChannel('a'), roomChannel('b')]));
  await engine.settled();
  const restored = new Promise<void>((resolve) => engine.onRestored(resolve));
  await observer.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  await restored;
  expect(await observer.call('PUBSUB', 'SHARDCHANNELS', 'parley#/#room:*')).toHaveLength(2);
});

it('what cannot be handed to Redis is counted, and nobody waits for it', async () => {
  const { engine, io, lost } = await node('redis://127.0.0.1:1');
  await engine.settled();
  io.to(roomChannel('a')).emit('hello');
  await new Promise((resolve) => setImmediate(resolve));
  expect(lost()).toBe(1);
});

it('what a node sends round comes back to it alone, also after its connection was cut', async () => {
  const [one, other] = [await node(), await node()];
  const heard: string[] = [];
  const foreign: string[] = [];
  one.engine.round.onReturn((text) => heard.push(text));
  other.engine.round.onReturn((text) => foreign.push(text));
  await Promise.all([one.engine.settled(), other.engine.settled()]);
  one.engine.round.send('first');
  await until(() => heard.includes('first'));
  const restored = new Promise<void>((resolve) => one.engine.onRestored(resolve));
  await observer.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  await restored;
  one.engine.round.send('second');
  await until(() => heard.includes('second'));
  expect(foreign).toEqual([]);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
