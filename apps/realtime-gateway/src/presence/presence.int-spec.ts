import { randomUUID } from 'node:crypto';
import type { Presence } from '@parley/contracts';
import { eventually, testRedis, type TestRedis } from '@parley/testing';
import { OWN_CALLS, TestRealtime, type TestClient } from '../gateway.fixture';

/** Who has gone is shown as gone after a few seconds. */
const GOES_WITHIN_MS = 12_000;

const lastOf = (client: TestClient, userId: string): Presence | undefined =>
  client.facts('presence:changed').findLast((fact) => fact.userId === userId);
const watch = async (client: TestClient, ...userIds: string[]): Promise<Presence[]> => {
  const answer = await client.command('presence:watch', { userIds });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.data.presences;
};
const shows = (client: TestClient, userId: string, expected: Partial<Presence>): Promise<void> =>
  eventually(() => expect(lastOf(client, userId)).toMatchObject(expected), GOES_WITHIN_MS);
const unseen = (userId: string): Presence => ({ userId, status: 'offline', lastSeenAt: null });

describe.each([
  ['one node without Redis', 1],
  ['two nodes', 2],
])('presence on %s', (_, gateways) => {
  let redis: TestRedis | undefined;
  let realtime: TestRealtime;
  const there = gateways - 1;
  beforeAll(async () => {
    redis = gateways > 1 ? await testRedis() : undefined;
    realtime = await TestRealtime.start({ gateways, environment: redis ? { REDIS_URL: redis.url } : {} });
  });
  afterAll(async () => {
    await realtime.close();
    await redis?.close();
  });
  const two = () => [realtime.world.person('Ana'), realtime.world.person('Ben')] as const;

  it('several devices are one: online while one is in use, away when none is, offline when all have gone, and then last seen', async () => {
    const [ana, ben] = two();
    const atBen = await realtime.connect(ben);
    expect(await watch(atBen, ana)).toEqual([unseen(ana)]);
    const phone = await realtime.connect(ana, { gateway: there });
    await shows(atBen, ana, { status: 'online', lastSeenAt: null });
    const laptop = await realtime.connect(ana);
    expect(await phone.command('presence:set', { active: false })).toEqual({ ok: true, data: {} });
    expect(await laptop.command('presence:set', { active: false })).toEqual({ ok: true, data: {} });
    await shows(atBen, ana, { status: 'away', lastSeenAt: expect.any(String) });
    await phone.command('presence:set', { active: true });
    await shows(atBen, ana, { status: 'online' });
    const leftAt = Date.now();
    phone.socket.disconnect();
    await shows(atBen, ana, { status: 'away' });
    laptop.socket.disconnect();
    await shows(atBen, ana, { status: 'offline', lastSeenAt: expect.any(String) });
    const seen = Date.parse(lastOf(atBen, ana)?.lastSeenAt ?? '');
    expect(Math.abs(seen - leftAt)).toBeLessThan(GOES_WITHIN_MS);
    // Noted for good, so that whoever looks later finds it too.
    await eventually(() => expect(realtime.world.lastSeen.get(ana)).toBeDefined(), GOES_WITHIN_MS);
    expect(atBen.facts('presence:changed').map(({ status }) => status)).toEqual([
      'online',
      'away',
      'online',
      'away',
      'offline',
    ]);
  }, 40_000);

  it('whoever hides their presence is offline and was never seen, from the moment on that they switch it off, until they switch it on', async () => {
    const [ana, ben] = two();
    const [atBen] = [await realtime.connect(ben), await realtime.connect(ana, { gateway: there })];
    expect(
      await eventually(async () => {
        const presences = await watch(atBen, ana);
        expect(presences).toMatchObject([{ status: 'online' }]);
        return presences;
      }),
    ).toHaveLength(1);
    const { world, only } = realtime;
    world.hidden.add(ana);
    await only.rpc.publish({ changes: [{ type: 'presenceSettingChanged', userId: ana }] });
    await shows(atBen, ana, unseen(ana));
    expect(await watch(await realtime.connect(ben), ana)).toEqual([unseen(ana)]);
    world.hidden.delete(ana);
    await only.rpc.publish({ changes: [{ type: 'presenceSettingChanged', userId: ana }] });
    await shows(atBen, ana, { status: 'online' });
  }, 40_000);

  it('a block hides both from each other, live, and a lifted one shows them again; nobody is told of the block', async () => {
    const [ana, ben] = two();
    const [atAna, atBen] = [await realtime.connect(ana, { gateway: there }), await realtime.connect(ben)];
    await eventually(async () => expect(await watch(atAna, ben)).toMatchObject([{ status: 'online' }]));
    await eventually(async () => expect(await watch(atBen, ana)).toMatchObject([{ status: 'online' }]));
    const { world, only } = realtime;
    world.block(ana, ben);
    await only.rpc.publish({ changes: [{ type: 'blockChanged', userIds: [ana, ben] }] });
    await shows(atBen, ana, unseen(ana));
    await shows(atAna, ben, unseen(ben));
    const heard = atBen.facts('presence:changed').length;
    await atAna.command('presence:set', { active: false });
    expect(await watch(atBen, ana, randomUUID())).toEqual([
      unseen(ana),
      expect.objectContaining({ status: 'offline' }),
    ]);
    expect(atBen.facts('presence:changed')).toHaveLength(heard);
    world.unblock(ana, ben);
    await only.rpc.publish({ changes: [{ type: 'blockChanged', userIds: [ana, ben] }] });
    await shows(atBen, ana, { status: 'away' });
    await shows(atAna, ben, { status: 'online' });
  }, 40_000);

  it('a watch is replaced by the next: of whom it no longer names nothing is heard', async () => {
    const [ana, ben] = two();
    const carol = realtime.world.person('Carol');
    const atCarol = await realtime.connect(carol);
    await watch(atCarol, ana, ben, ana);
    expect(await watch(atCarol, ben)).toEqual([unseen(ben)]);
    await realtime.connect(ana, { gateway: there });
    await realtime.connect(ben, { gateway: there });
    await shows(atCarol, ben, { status: 'online' });
    expect(atCarol.facts('presence:changed').map(({ userId }) => userId)).toEqual([ben]);
    expect(await watch(atCarol)).toEqual([]);
  }, 40_000);

  it('who is nobody looks like somebody who is not there; what is no watch is refused', async () => {
    const [, ben] = two();
    const atBen = await realtime.connect(ben);
    const nobody = randomUUID();
    expect(await watch(atBen, nobody)).toEqual([unseen(nobody)]);
    const tooMany = Array.from({ length: 501 }, () => randomUUID());
    for (const payload of [{}, { userIds: ['x'] }, { userIds: tooMany }, { userIds: [], also: 1 }, null]) {
      expect(await atBen.raw('presence:watch', payload)).toMatchObject({ error: { code: 'validation_failed' } });
    }
    for (const payload of [{}, { active: 'no' }, { active: true, away: 1 }]) {
      expect(await atBen.raw('presence:set', payload)).toMatchObject({ error: { code: 'validation_failed' } });
    }
  });
});

it('services are asked once for a watch, and for nothing when people come and go', async () => {
  const realtime = await TestRealtime.start();
  try {
    const { world } = realtime;
    const ben = world.person('Ben');
    const people = Array.from({ length: 200 }, (_, i) => world.person(`Person ${i}`));
    const atBen = await realtime.connect(ben);
    world.calls.length = 0;
    await watch(atBen, ...people);
    expect(world.calls.filter((call) => !OWN_CALLS.has(call)).toSorted()).toEqual([
      'users.contactable',
      'users.presenceFacts',
    ]);
    const [ana = ''] = people;
    const atAna = await realtime.connect(ana);
    await atAna.command('presence:set', { active: false });
    await shows(atBen, ana, { status: 'away' });
    expect(world.calls.filter((call) => call.startsWith('users.') && call !== 'users.revocations')).toEqual([
      'users.contactable',
      'users.presenceFacts',
    ]);
  } finally {
    await realtime.close();
  }
});
