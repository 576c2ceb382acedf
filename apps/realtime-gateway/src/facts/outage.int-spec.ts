import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, testRedis, type TestRedis, type WorldRoom } from '@parley/testing';
import { Redis } from 'ioredis';
import { TestRealtime, type TestClient } from '../gateway.fixture';

let redis: TestRedis;
let pid: number;
let realtime: TestRealtime;
let alice: string;
let bob: string;
let room: WorldRoom;
let atAlice: TestClient;
let atBob: TestClient;
beforeAll(async () => {
  redis = await testRedis();
  const client = new Redis(redis.url);
  pid = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1]);
  client.disconnect();
  realtime = await TestRealtime.start({ gateways: 2, environment: { REDIS_URL: redis.url } });
  const { world } = realtime;
  [alice, bob] = [world.person('Alice'), world.person('Bob')];
  room = world.room('group', [alice, bob]);
  [atAlice, atBob] = [await realtime.connect(alice), await realtime.connect(bob, { gateway: 1 })];
});
afterAll(async () => {
  process.kill(pid, 'SIGCONT');
  await realtime.close();
  await redis.close();
});

const send = (text: string, client = atAlice) =>
  client.command('message:send', { roomId: room.id, clientMessageId: randomUUID(), text });

/** Sends 40 messages, one after the other's acknowledgement. Answers how long that took, in milliseconds. */
async function sendForty(client: TestClient): Promise<number> {
  const startedAt = performance.now();
  for (let i = 0; i < 40; i++) expect(await send(`number ${i}`, client)).toMatchObject({ ok: true });
  return performance.now() - startedAt;
}

it('while Redis hangs a node serves its own people without delay, and the others find what it told; afterwards all nodes hear each other, and nobody hears a room left meanwhile', async () => {
  await send('before');
  await atBob.hears('message:created');
  const usualMs = await sendForty(atBob);

  process.kill(pid, 'SIGSTOP');
  const second = await realtime.connect(alice);
  // One command waits for the shared count, 150 ms at most, before it is left alone for a second. The machine may be busy with something else meanwhile.
  let [forties, bestMs] = [0, Infinity];
  while (forties < 3 && bestMs >= 2 * usualMs + 500) {
    bestMs = Math.min(bestMs, await sendForty(atAlice));
    forties++;
  }
  expect(bestMs).toBeLessThan(2 * usualMs + 500);
  await second.hears('message:created', 40 * forties);
  const sent = 1 + 40 + 40 * forties;
  const during = await eventually(() => atBob.hears('message:created', sent));
  expect(during.map(({ seq }) => seq)).toEqual(Array.from({ length: sent }, (_, index) => index + 1));
  room.members.delete(bob);
  await realtime.only.rpc.publish({ changes: [{ type: 'roomLeft', roomId: room.id, userIds: [bob] }] });
  // No word of it came through Redis: Bob's node found it by comparing, and what was sent before as well.
  expect(await eventually(() => atBob.hears('room:left'))).toEqual([{ roomId: room.id }]);
  // Long enough for the connections to be given up as half open.
  await pause(7_000);
  process.kill(pid, 'SIGCONT');

  const carol = realtime.world.person('Carol');
  realtime.world.join(room, carol);
  const atCarol = await realtime.connect(carol, { gateway: 1 });
  await eventually(async () => {
    await send('after');
    expect(atCarol.facts('message:created').length).toBeGreaterThan(0);
  });
  expect(atBob.facts('message:created').map(({ text }) => text)).not.toContain('after');
});
