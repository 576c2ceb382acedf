import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, testRedis, type TestRedis, type WorldRoom } from '@parley/testing';
import { TestRealtime, type TestClient } from '../gateway.fixture';

/** The same facts on one gateway by itself and on two that share a Redis: Alice is on the first, Bob on the last. */
describe.each([
  ['one gateway without a Redis', 1],
  ['two gateways on a Redis', 2],
])('%s', (_, count) => {
  let redis: TestRedis | undefined;
  let realtime: TestRealtime;
  beforeAll(async () => {
    redis = count > 1 ? await testRedis() : undefined;
    realtime = await TestRealtime.start({ gateways: count, environment: redis ? { REDIS_URL: redis.url } : {} });
  });
  afterAll(async () => {
    await realtime.close();
    await redis?.close();
  });

  const last = count - 1;
  let alice: string;
  let bob: string;
  let room: WorldRoom;
  let atAlice: TestClient;
  let atBob: TestClient;
  beforeEach(async () => {
    const { world } = realtime;
    [alice, bob] = [world.person('Alice'), world.person('Bob')];
    room = world.room('group', [alice, bob]);
    [atAlice, atBob] = [await realtime.connect(alice), await realtime.connect(bob, { gateway: last })];
  });

  const send = (text: string) =>
    atAlice.command('message:send', { roomId: room.id, clientMessageId: randomUUID(), text });
  /** What the api-gateway would tell of a command done by REST. */
  const publish = (...changes: Parameters<(typeof realtime.only)['rpc']['publish']>[0]['changes']) =>
    realtime.only.rpc.publish({ changes });

  it('a message reaches every member and every device, the sender included, and nobody else', async () => {
    const atStranger = await realtime.connect(realtime.world.person('Stranger'), { gateway: last });
    const second = await realtime.connect(alice, { gateway: last });
    const sent = await send('hello');
    const expected = sent.ok ? [sent.data] : [];
    for (const client of [atAlice, second, atBob]) expect(await client.hears('message:created')).toEqual(expected);
    expect(atStranger.heard).toEqual([]);
  });

  it('a repeat is told once; an edit, a deletion and a read cursor are told', async () => {
    const clientMessageId = randomUUID();
    for (let i = 0; i < 2; i++) {
      await atAlice.command('message:send', { roomId: room.id, clientMessageId, text: 'hello' });
    }
    await atAlice.command('message:edit', { roomId: room.id, seq: 1, text: 'hi' });
    await atAlice.command('message:edit', { roomId: room.id, seq: 1, text: 'hi' });
    await atAlice.command('message:delete', { roomId: room.id, seq: 1 });
    await atBob.command('room:read', { roomId: room.id, seq: 1 });
    await atBob.command('room:read', { roomId: room.id, seq: 1 });
    expect(await atAlice.hears('room:readMoved')).toEqual([{ roomId: room.id, userId: bob, lastReadSeq: 1 }]);
    expect((await atBob.hears('message:updated', 2)).map(({ text }) => text)).toEqual(['hi', null]);
    expect(atBob.facts('message:created')).toHaveLength(1);
  });

  it('news of a joining that comes after the leaving lets nobody hear the room, not for a moment, however slowly members are read', async () => {
    const carol = realtime.world.person('Carol');
    const atCarol = await realtime.connect(carol, { gateway: last });
    const reading = Promise.withResolvers<void>();
    realtime.world.holds.set('messages.memberIds', reading.promise);
    try {
      const asked = realtime.world.calls.length;
      await publish({ type: 'roomJoined', roomId: room.id, userIds: [carol] });
      await eventually(() => expect(realtime.world.calls.slice(asked)).toContain('messages.memberIds'));
      for (let i = 0; i < 5; i++) await send('not for Carol');
    } finally {
      realtime.world.holds.clear();
      reading.resolve();
    }
    await atBob.hears('message:created', 5);
    await send('not for Carol either');
    await atBob.hears('message:created', 6);
    // Both are on one gateway: what it tells both is with Carol before its answer to her is.
    await atCarol.command('rooms:sync', { rooms: {} });
    expect(atCarol.heard).toEqual([]);
  });

  it('who joins is told the room as an overview item of their own, the others its members, and hears it from then on', async () => {
    const carol = realtime.world.person('Carol');
    const atCarol = await realtime.connect(carol, { gateway: last });
    realtime.world.join(room, carol);
    await publish(
      { type: 'roomJoined', roomId: room.id, userIds: [carol] },
      { type: 'roomUpdated', roomId: room.id, fields: ['members'], seenBy: alice },
    );
    const [item] = await atCarol.hears('room:joined');
    expect(item).toMatchObject({ id: room.id, unreadCount: 0, request: null, pinned: false });
    const [update] = await atBob.hears('room:updated');
    expect(update?.members?.map(({ user }) => user.displayName)).toEqual(['Alice', 'Bob', 'Carol']);
    expect(update).not.toHaveProperty('title');
    await send('welcome');
    await atCarol.hears('message:created');
  });

  it('who is out is told so and hears nothing more', async () => {
    room.members.delete(bob);
    await publish({ type: 'roomLeft', roomId: room.id, userIds: [bob] });
    expect(await atBob.hears('room:left')).toEqual([{ roomId: room.id }]);
    await send('now that Bob has gone');
    await atAlice.hears('message:created');
    await pause(100);
    expect(atBob.heard).toEqual([{ fact: 'room:left', payload: { roomId: room.id } }]);
    expect(await atBob.command('typing:set', { roomId: room.id, active: true })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('a new title reaches the members, a setting the own devices alone', async () => {
    const second = await realtime.connect(bob);
    room.title = 'Renamed';
    await publish(
      { type: 'roomUpdated', roomId: room.id, fields: ['title'], seenBy: bob },
      { type: 'roomSettingsChanged', roomId: room.id, userId: bob, settings: { pinned: true } },
    );
    const pinned = { id: room.id, pinned: true };
    expect(await atAlice.hears('room:updated')).toEqual([expect.objectContaining({ id: room.id, title: 'Renamed' })]);
    for (const client of [atBob, second]) expect(await client.hears('room:updated', 2)).toContainEqual(pinned);
    expect(atAlice.facts('room:updated')).toHaveLength(1);
  });

  it('typing reaches the others and ends with the connection', async () => {
    await atAlice.command('typing:set', { roomId: room.id, active: true });
    expect(await atBob.hears('typing:changed')).toEqual([{ roomId: room.id, userId: alice, active: true }]);
    atAlice.socket.disconnect();
    expect(await atBob.hears('typing:changed', 2)).toContainEqual({ roomId: room.id, userId: alice, active: false });
  });

  it('typing is hidden from whom a block divides, from the moment of the block, and from nobody else', async () => {
    const carol = realtime.world.person('Carol');
    realtime.world.join(room, carol);
    const atCarol = await realtime.connect(carol, { gateway: last });
    const nearby = await realtime.connect(carol);
    const type = (active: boolean) => atAlice.command('typing:set', { roomId: room.id, active });
    await type(true);
    await atCarol.hears('typing:changed');
    realtime.world.block(carol, alice);
    for (const active of [false, true, false, true]) await type(active);
    await atBob.hears('typing:changed', 5);
    await send('Carol hears this after all that came before');
    for (const client of [atCarol, nearby]) {
      await client.hears('message:created');
      // What was begun before the block still ends.
      expect(client.facts('typing:changed').map(({ active }) => active)).toEqual([true, false]);
    }
  });

  it('whoever blocks somebody while they type, and types on, is shown to them as typing no more', async () => {
    const carol = realtime.world.person('Carol');
    realtime.world.join(room, carol);
    const atCarol = [await realtime.connect(carol, { gateway: last }), await realtime.connect(carol)];
    const type = (active: boolean) => atAlice.command('typing:set', { roomId: room.id, active });
    await type(true);
    for (const client of atCarol) await client.hears('typing:changed');
    realtime.world.block(alice, carol);
    await type(true);
    const known = (client: TestClient) => client.facts('typing:changed').map(({ active }) => active);
    for (const client of atCarol) await eventually(() => expect(known(client)).toEqual([true, false]));
    // To the others they are typing still.
    await eventually(() => expect(known(atBob)).toEqual([true, false, true]));
    await type(false);
    await eventually(() => expect(known(atBob)).toEqual([true, false, true, false]));
    for (const client of atCarol) expect(known(client)).toEqual([true, false]);
  });

  it('of one who does not want to be seen neither reading nor typing leaves the own devices', async () => {
    const second = await realtime.connect(bob);
    await send('seen?');
    realtime.world.discreet.add(bob);
    await atBob.command('typing:set', { roomId: room.id, active: true });
    await atBob.command('room:read', { roomId: room.id, seq: 1 });
    for (const client of [atBob, second]) {
      expect(await client.hears('room:readMoved')).toEqual([{ roomId: room.id, userId: bob, lastReadSeq: 1 }]);
    }
    await send('Alice hears this after all that came before');
    await atAlice.hears('message:created', 2);
    expect([...atAlice.facts('room:readMoved'), ...atAlice.facts('typing:changed')]).toEqual([]);
  });

  it('typing ends by itself after six seconds', async () => {
    await atAlice.command('typing:set', { roomId: room.id, active: true });
    await pause(6_000);
    expect(await atBob.hears('typing:changed', 2)).toContainEqual({ roomId: room.id, userId: alice, active: false });
  });

  it('a session that ends closes its sockets on every node at once, and no others', async () => {
    const sessionId = randomUUID();
    const doomed = [
      await realtime.connect(bob, { sessionId }),
      await realtime.connect(bob, { sessionId, gateway: last }),
    ];
    await publish({ type: 'sessionEnded', sessionId, reason: 'signed out' });
    for (const client of doomed) {
      expect(await client.disconnected()).toBe('io server disconnect');
      expect(client.facts('session:revoked')).toEqual([{ reason: 'signed out' }]);
    }
    expect(atBob.socket.connected).toBe(true);
  });
});
