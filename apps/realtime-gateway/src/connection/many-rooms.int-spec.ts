import { eventually, testRedis, type TestRedis } from '@parley/testing';
import { OWN_CALLS, TestRealtime } from '../gateway.fixture';
import { RedisMonitor } from './redis-monitor.fixture';

/** How many channels are asked for in one command. */
const CHANNELS_AT_ONCE = 500;

let redis: TestRedis;
let realtime: TestRealtime;
let monitor: RedisMonitor;
beforeAll(async () => {
  redis = await testRedis();
  realtime = await TestRealtime.start({ environment: { REDIS_URL: redis.url } });
  monitor = await RedisMonitor.start(redis.url);
});
afterAll(async () => {
  monitor.close();
  await realtime.close();
  await redis.close();
});

/** What goes on whether anybody connects or not: heartbeats, the canary, the node's lease, the counts of those who are there already. */
function isAnyhow([name, ...words]: readonly [string, ...string[]], person: string): boolean {
  if (name === 'eval') return !words.some((word) => word.includes(person));
  return name === 'ping' || words.some((word) => /^parley#canary#|^parley:presence:nodes$/.test(word));
}
/** What a connecting asks. The gateway asks it by itself too, but only for those who are there when it first looks. */
const ASKED = 'messages.membershipsOf';

/** What one connecting of a member of so many rooms costs: service calls, Redis commands by name, channels asked for. */
async function costOf(rooms: number) {
  const { world } = realtime;
  const person = world.person(`Member of ${rooms}`);
  for (let i = 0; i < rooms; i++) world.room('group', [person]);
  const [place, calls] = [monitor.count, world.calls.length];
  await realtime.connect(person);
  const commands = await eventually(() => {
    const mine = monitor.since(place).filter((command) => !isAnyhow(command, person));
    // The last on one connection is the news of somebody who is there; what is listened to is asked for on another.
    expect(mine.map(([name]) => name)).toContain('spublish');
    expect(channelsIn(mine)).toBeGreaterThanOrEqual(rooms);
    return mine;
  });
  const byName = Map.groupBy(commands, ([name]) => name);
  return {
    calls: world.calls.slice(calls).filter((call) => call === ASKED || !OWN_CALLS.has(call)),
    commands: Object.fromEntries([...byName].map(([name, all]) => [name, all.length])),
    channels: channelsIn(commands),
  };
}

function channelsIn(commands: readonly (readonly [string, ...string[]])[]): number {
  return commands.reduce((sum, [name, ...words]) => sum + (name === 'ssubscribe' ? words.length : 0), 0);
}

it('connecting costs a member of 2,000 rooms one service call and a handful of Redis commands, as it costs a member of 20', async () => {
  // Those who are there when the gateway first looks what has changed are compared once, by another call.
  await eventually(() => {
    const looks = realtime.world.calls.filter((call) => call === 'messages.changedRooms');
    expect(looks.length).toBeGreaterThan(1);
  });
  // The first one of all also has the gateway fetch the keys of tokens.
  await costOf(1);
  const [few, many] = [await costOf(20), await costOf(2_000)];
  expect(few.calls).toEqual([ASKED]);
  expect(many.calls).toEqual(few.calls);
  // The socket is counted, that its member is there is said, and a channel is asked for each room, 500 in a command.
  const anyway = { eval: 1, hset: 1, sadd: 1, spublish: 1 };
  expect(few.channels).toBe(20);
  expect(few.commands).toEqual({ ...anyway, ssubscribe: 1 });
  expect(many.channels).toBe(2_000);
  expect(many.commands).toEqual({ ...anyway, ssubscribe: 2_000 / CHANNELS_AT_ONCE });
});
