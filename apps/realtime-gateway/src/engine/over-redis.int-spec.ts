import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomChannel } from '@parley/server-realtime';
import { inPlaces, PLACES } from '@parley/server-redis';
import { eventually, TestCluster, testRedis, TestSentinels, type WorldRoom } from '@parley/testing';
import { Command, Redis } from 'ioredis';
import { TestRealtime, type TestClient } from '../gateway.fixture';

/** Enough that every master of a Cluster has some, and few enough for nobody to be over a limit. */
const ROOMS = 32;
const SOCKETS_PER_USER = 3;

/** A Redis; where it has more than one server, one of them can be lost. */
interface Stand {
  readonly url: string;
  close(): Promise<void>;
}
interface LastingStand extends Stand {
  failOver(): Promise<void>;
}

/** Ana on one gateway and Ben on the other, in the same rooms. */
class Pair {
  private constructor(
    readonly realtime: TestRealtime,
    readonly ana: string,
    readonly ben: string,
    readonly rooms: readonly WorldRoom[],
    readonly atAna: TestClient,
    readonly atBen: TestClient,
  ) {}

  static async start(url: string): Promise<Pair> {
    const environment = { REDIS_URL: url, SOCKETS_PER_USER: `${SOCKETS_PER_USER}` };
    const realtime = await TestRealtime.start({ gateways: 2, environment });
    const [ana, ben] = [realtime.world.person('Ana'), realtime.world.person('Ben')];
    const rooms = Array.from({ length: ROOMS }, () => realtime.world.room('group', [ana, ben]));
    const [atAna, atBen] = [await realtime.connect(ana), await realtime.connect(ben, { gateway: 1 })];
    return new Pair(realtime, ana, ben, rooms, atAna, atBen);
  }

  /** Sends one message into every room. Each is acknowledged: nobody waits for Redis. */
  async sendEverywhere(client: TestClient, text: string): Promise<void> {
    for (const { id: roomId } of this.rooms) {
      const sent = await client.command('message:send', { roomId, clientMessageId: randomUUID(), text });
      expect(sent).toMatchObject({ ok: true });
    }
  }

  /** Both hear everything that was sent to each room: every `seq` from 1 on, as it was stored. */
  async hearAll(): Promise<void> {
    for (const client of [this.atAna, this.atBen]) {
      await eventually(() => {
        const heard = new Map(
          client.facts('message:created').map((message) => [`${message.roomId} ${message.seq}`, message]),
        );
        const stored = this.rooms.flatMap((room) => room.messages);
        expect(heard.size).toBe(stored.length);
        for (const message of stored) expect(heard.get(`${message.roomId} ${message.seq}`)).toEqual(message);
      });
    }
  }

  /** That Ana types in a room reaches Ben by way of Redis alone: nothing tells it again where it was lost. */
  async typeEverywhere(rooms: readonly WorldRoom[] = this.rooms): Promise<void> {
    for (const { id: roomId } of rooms) {
      const isHeard = () => this.atBen.heard.slice(from).some(({ fact, payload }) => isTyping(fact, payload, roomId));
      const from = this.atBen.heard.length;
      await eventually(async () => {
        await this.atAna.command('typing:set', { roomId, active: true });
        await this.atAna.command('typing:set', { roomId, active: false });
        await eventually(() => expect(isHeard()).toBe(true), 300);
      });
    }
  }

  /** Ben sees that Ana, on the other gateway, goes and comes. */
  async seePresence(): Promise<void> {
    for (const active of [false, true]) {
      await this.atAna.command('presence:set', { active });
      await eventually(() => {
        const seen = this.atBen.facts('presence:changed').findLast(({ userId }) => userId === this.ana);
        expect(seen).toMatchObject({ status: active ? 'online' : 'away' });
      });
    }
  }
}

function isTyping(fact: string, payload: unknown, roomId: string): boolean {
  return fact === 'typing:changed' && (payload as { roomId: string }).roomId === roomId;
}

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

/** Two gateways over a Redis of their own, for the tests of one suite. */
function over<S extends Stand>(start: () => Promise<S>): { readonly stand: () => S; readonly pair: () => Pair } {
  let stand: S | undefined;
  let pair: Pair | undefined;
  beforeAll(async () => {
    stand = await start();
    pair = await Pair.start(stand.url);
  });
  afterAll(async () => {
    await pair?.realtime.close();
    await stand?.close();
  });
  return { stand: () => stand ?? raise(), pair: () => pair ?? raise() };
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

function raise(): never {
  throw new Error('it did not start');
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

  survives(pair, stand);

  it('and is said again once that has taken over', async () => {
    await eventually(async () => expect(await stand().sentinels.isKnownAtReplica(lost)).toBe(true));
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
    return { cluster, url, failOver: () => cluster.failOver(2), close: () => cluster.close() };
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
