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
async function node(url = redis.url, told = log) {
  let lost = 0;
  const engine = await redisEngine({ url, log: told, onLost: () => lost++ });
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

it('a channel that Redis refuses is asked for ever more seldom and told of once, and the others are heard meanwhile', async () => {
  const narrow = (...channels: string[]) =>
    observer.call('ACL', 'SETUSER', 'narrow', 'on', '>narrow', '~*', '+@all', ...channels.map((name) => `&${name}`));
  await narrow('parley#/#', 'parley#/#[0-9a-f]*', 'parley#/#room:open#');
  const lines: string[] = [];
  const told = createLogger({ name: 'test', level: 'warn', destination: { write: (line) => void lines.push(line) } });
  const { engine, adapter } = await node(redis.url.replace(/\/\/[^@]*@/, '//narrow:narrow@'), told);
  const connections = async (): Promise<string[]> =>
    [...String(await observer.call('CLIENT', 'LIST')).matchAll(/^id=(\d+) .*user=narrow/gm)]
      .map(([, id = '']) => id)
      .sort();
  const before = await connections();
  await adapter.addAll('one', new Set([roomChannel('open')]));
  await engine.settled();
  const heard = async (): Promise<string[]> => {
    const channels = (await observer.call('PUBSUB', 'SHARDCHANNELS', 'parley#/#room:*')) as string[];
    return channels.filter((channel) => /:(open|shut)#$/.test(channel));
  };
  const refusals = async (): Promise<number> =>
    Number(/cmdstat_ssubscribe:.*rejected_calls=(\d+)/.exec(await observer.info('commandstats'))?.[1] ?? 0);
  const refusedBefore = await refusals();
  await adapter.addAll('other', new Set([roomChannel('shut')]));
  await engine.settled();
  await until(async () => (await refusals()) >= refusedBefore + 3);
  expect(lines.filter((line) => line.includes('Redis refuses channels'))).toHaveLength(1);
  expect(await connections()).toEqual(before);
  expect(await heard()).toEqual(['parley#/#room:open#']);

  // A cut connection is told of all the same, each time.
  for (let cut = 0; cut < 2; cut++) {
    const restored = new Promise<void>((resolve) => engine.onRestored(resolve));
    await observer.call('CLIENT', 'KILL', 'TYPE', 'pubsub', 'USER', 'narrow');
    await restored;
    expect(await heard()).toEqual(['parley#/#room:open#']);
  }
  await narrow('parley#/#room:shut#');
  await until(async () => (await heard()).length === 2);
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

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
