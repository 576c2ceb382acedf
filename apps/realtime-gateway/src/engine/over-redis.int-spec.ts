import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomChannel } from '@parley/server-realtime';
import { inPlaces, PLACES } from '@parley/server-redis';
import { eventually, TestCluster, testRedis, TestSentinels, type WorldRoom } from '@parley/testing';
import { Command, Redis } from 'ioredis';
import { over, SOCKETS_PER_USER, type LastingStand, type Pair } from './pair.fixture';

/** Sentinels that do not agree vote again ten seconds later. */
const TAKEOVER_MS = 45_000;

/** The same on each. */
function behavesAsOne(pairOf: () => Pair): void {
  let pair: Pair;
  beforeAll(() => {
    pair = pairOf();
  });

  it('messages of all rooms reach members on both, each room without a gap', async () => {
    for (let i = 0; i < 2; i++) {
      await Promise.all([pair.sendEverywhere(pair.atAna, `a${i}`), pair.sendEverywhere(pair.atBen, `b${i}`)]);
    }
    await pair.hearAll();
    await pair.typeEverywhere();
  });

  it('how somebody is there on one is seen on the other', async () => {
    const watched = await pair.atBen.command('presence:watch', { userIds: [pair.ana] });
    expect(watched).toMatchObject({ ok: true });
    await pair.seePresence();
  });

  it('what is counted is counted over both', async () => {
    const { world } = pair.realtime;
    const carol = world.person('Carol');
    for (let i = 0; i < SOCKETS_PER_USER; i++) await pair.realtime.connect(carol, { gateway: i % 2 });
    for (const gateway of [0, 1]) {
      const auth = { token: await world.token(carol) };
      // A gateway that is kept waiting for the count lets somebody in rather than nobody.
      const refused = await eventually(() => pair.realtime.refusal({ auth }, gateway));
      expect(refused).toMatchObject({ code: 'rate_limited' });
    }
  });

  it('a session that ends is over on both, and whoever leaves a room hears it no longer on either', async () => {
    const { world, gateways } = pair.realtime;
    const [dora, sessionId] = [world.person('Dora'), randomUUID()];
    const [room = world.room('group', [])] = pair.rooms;
    world.join(room, dora);
    const sockets = [
      await pair.realtime.connect(dora, { sessionId }),
      await pair.realtime.connect(dora, { gateway: 1 }),
    ];
    room.members.delete(dora);
    await gateways[0]?.rpc.publish({ changes: [{ type: 'roomLeft', roomId: room.id, userIds: [dora] }] });
    for (const socket of sockets) expect(await socket.hears('room:left')).toContainEqual({ roomId: room.id });
    await pair.sendEverywhere(pair.atAna, 'without Dora');
    await pair.hearAll();
    for (const socket of sockets) expect(socket.facts('message:created')).toEqual([]);
    world.endSession(sessionId);
    expect(await sockets[0]?.disconnected()).toBe('io server disconnect');
    expect(sockets[1]?.socket.connected).toBe(true);
  });
}

/** A server is killed while messages are sent. */
function survives(pairOf: () => Pair, standOf: () => LastingStand): void {
  it('a server that is killed takes nothing with it: its successor is found, and all is heard again', async () => {
    const pair = pairOf();
    await Promise.all([standOf().failOver(), pair.sendEverywhere(pair.atAna, 'meanwhile')]);
    await pair.sendEverywhere(pair.atBen, 'afterwards');
    await pair.hearAll();
    await pair.typeEverywhere();
    await pair.seePresence();
  });
}

const documentation = readFileSync(join(import.meta.dirname, '../../../../docs/scaling.md'), 'utf8');

/** The address for a user who may do on these servers what the documentation says that gateways need, and nothing else. */
async function asGranted(url: string, servers: readonly Redis[]): Promise<string> {
  const [, password = ''] = /\/\/:([^@]*)@/.exec(url) ?? [];
  const [, rules = ''] = /^ACL SETUSER parley ([^`]+)/m.exec(documentation) ?? [];
  const granted = rules.replace('PASSWORD', password).trim().split(/\s+/);
  expect(granted).toContain(`>${password}`);
  for (const server of servers) await server.call('ACL', 'SETUSER', 'parley', ...granted);
  return url.replace('//:', '//parley:');
}

describe('two gateways over one Redis', () => {
  const { pair } = over(async () => {
    const redis = await testRedis();
    const operator = new Redis(redis.url);
    const url = await asGranted(redis.url, [operator]);
    operator.disconnect();
    return { url, close: redis.close };
  });
  behavesAsOne(pair);
});

describe('two gateways over Sentinels', () => {
  const { stand, pair } = over(async () => {
    const sentinels = await TestSentinels.start();
    const url = await asGranted(
      sentinels.url,
      sentinels.servers.map(({ client }) => client),
    );
    return { sentinels, url, failOver: () => sentinels.failOver(), close: () => sentinels.close() };
  });
  behavesAsOne(pair);

  let lost: string;
  it('the last word of somebody whom nobody watches is lost on its way to the replica', async () => {
    const finn = pair().realtime.world.person('Finn');
    await pair().realtime.connect(finn);
    lost = `parley:presence:user:${finn}`;
    await stand().sentinels.forgetAtReplica(lost);
    expect(await stand().sentinels.isKnownAtReplica(lost)).toBe(false);
  });

  let left: string;
  it('nor has the replica heard that somebody has left', async () => {
    const gus = pair().realtime.world.person('Gus');
    const client = await pair().realtime.connect(gus);
    left = `parley:presence:user:${gus}`;
    const recall = await stand().sentinels.recallAtReplica(left);
    client.socket.disconnect();
    await recall();
    expect(await stand().sentinels.isKnownAtReplica(left)).toBe(true);
  });

  survives(pair, stand);

  it('and both are said again once that has taken over', async () => {
    await eventually(async () => {
      expect(await stand().sentinels.isKnownAtReplica(lost)).toBe(true);
      expect(await stand().sentinels.isKnownAtReplica(left)).toBe(false);
    }, TAKEOVER_MS);
  });
});

describe('two gateways over a Cluster of six', () => {
  const { stand, pair } = over(async () => {
    const cluster = await TestCluster.start();
    // The last one has the leases of the gateways, and the slot that was moved.
    const url = await asGranted(
      cluster.url,
      cluster.servers.map(({ client }) => client),
    );
    return { cluster, url, failOver: () => cluster.failOver('killed', 2), close: () => cluster.close() };
  });
  behavesAsOne(pair);

  const slotOf = (room: WorldRoom): number => {
    const channel = `parley#/#${roomChannel(room.id)}#`;
    return new Command('get', [inPlaces(channel, channel)]).getSlot();
  };

  it('the rooms are spread over all masters', async () => {
    for (const { client } of stand().cluster.masters) {
      const channels = (await client.call('PUBSUB', 'SHARDCHANNELS', '*parley#/#room:*')) as string[];
      expect(channels.length).toBeGreaterThan(0);
    }
  });

  it('the rooms of a slot that moves are heard from where it went', async () => {
    const { rooms } = pair();
    const [room] = rooms.filter((one) => slotOf(one) < 16_384 / 3);
    if (room === undefined) throw new Error('the first master has no room');
    const slot = slotOf(room);
    await stand().cluster.moveSlot(slot, 0, 2);
    await pair().sendEverywhere(pair().atAna, 'moved');
    await pair().hearAll();
    await pair().typeEverywhere(rooms.filter((one) => slotOf(one) === slot));
    const channels = (await stand().cluster.masters[2]?.client.call('PUBSUB', 'SHARDCHANNELS', '*')) as string[];
    expect(channels.filter((channel) => channel.includes(room.id))).toHaveLength(1);
  });

  it('a member of 2,000 rooms costs as many subscriptions as there are places, not as there are rooms', async () => {
    const { world } = pair().realtime;
    const eve = world.person('Eve');
    for (let i = 0; i < 2_000; i++) world.room('group', [eve]);
    const before = await stand().cluster.calls('ssubscribe');
    await pair().realtime.connect(eve);
    const calls = (await stand().cluster.calls('ssubscribe')) - before;
    expect(calls).toBeGreaterThan(0);
    expect(calls).toBeLessThanOrEqual(PLACES);
  });

  survives(pair, stand);
});
