import { eventually } from '@parley/testing';
import { Server } from 'socket.io';
import type { GatewayServer } from '../connection/gateway-socket';
import { WorkQueue } from '../flow/work-queue';
import { RoomUpdates } from './room-updates';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const roomId = '01920000-0000-7000-8000-000000000001';
const smallId = '01920000-0000-7000-8000-000000000003';
const seenBy = '01920000-0000-7000-8000-000000000002';

it('a room whose update was given up in a rush is told of again afterwards', async () => {
  const read: string[] = [];
  const roomForAll = (_: unknown, id: string) => {
    read.push(id);
    return Promise.reject(new Error('what it answers is of no concern here'));
  };
  const lost: unknown[] = [];
  const work = new WorkQueue({ atOnce: 1, capacity: 1, onLost: (reason) => lost.push(reason) });
  const updates = new RoomUpdates(new Server(), { roomForAll }, work);
  const rush = Promise.withResolvers<void>();
  work.add(() => rush.promise);
  work.add(() => Promise.resolve());

  updates.add({ type: 'roomUpdated', roomId, fields: ['title'], seenBy });
  expect({ read, lost }).toEqual({ read: [], lost: ['too much is waiting'] });
  rush.resolve();
  await turn();
  updates.add({ type: 'roomUpdated', roomId, fields: ['members'], seenBy });
  await turn();
  expect(read).toEqual([roomId]);
});

it('of a room of a thousand its members are told once a second, with all that came meanwhile, and of a small one at once', async () => {
  const members: Record<string, number> = { [roomId]: 1_000, [smallId]: 10 };
  const read: string[] = [];
  const told: object[] = [];
  const roomForAll = (_: unknown, id: string) => {
    read.push(id);
    return Promise.resolve({ id, updatedAt: '', title: id, members: Array(members[id] ?? 0).fill({}) } as never);
  };
  const io = { to: () => ({ emit: (_: string, fact: object) => told.push(fact) }) } as unknown as GatewayServer;
  const updates = new RoomUpdates(
    io,
    { roomForAll },
    new WorkQueue({ atOnce: 8, capacity: 5_000, onLost: () => undefined }),
  );
  const invite = async (id: string): Promise<void> => {
    updates.add({ type: 'roomUpdated', roomId: id, fields: ['members'], seenBy });
    await turn();
  };
  const begun = performance.now();
  for (let n = 0; n < 100; n++) await invite(roomId);
  updates.add({ type: 'roomUpdated', roomId, fields: ['title'], seenBy });
  expect(read).toEqual([roomId]);
  for (let n = 0; n < 3; n++) await invite(smallId);
  expect(read).toEqual([roomId, smallId, smallId, smallId]);
  await eventually(() => expect(told).toHaveLength(5));
  expect(performance.now() - begun).toBeGreaterThan(900);
  expect(told.at(-1)).toMatchObject({ id: roomId, title: roomId, members: { length: 1_000 } });
});

it('before the end all that waits is told without rest, also what is just being read', async () => {
  const reading = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let reads = 0;
  const told: object[] = [];
  const roomForAll = async (_: unknown, id: string) => {
    await reading[reads++]?.promise;
    return { id, updatedAt: '', title: `title ${reads}`, members: Array(1_000).fill({}) } as never;
  };
  const io = { to: () => ({ emit: (_: string, fact: object) => told.push(fact) }) } as unknown as GatewayServer;
  const work = new WorkQueue({ atOnce: 8, capacity: 5_000, onLost: () => undefined });
  const updates = new RoomUpdates(io, { roomForAll }, work);
  const update = (id: string) => updates.add({ type: 'roomUpdated', roomId: id, fields: ['members'], seenBy });

  update(roomId);
  reading[0]?.resolve();
  await turn();
  update(roomId);
  update(smallId);
  update(smallId);
  expect({ reads, told: told.length }).toEqual({ reads: 2, told: 1 });
  const begun = performance.now();
  const flushed = updates.flushed();
  update(smallId);
  for (const one of reading) one.resolve();
  await flushed;
  expect(performance.now() - begun).toBeLessThan(500);
  expect(told).toMatchObject([{ id: roomId }, { id: smallId }, { id: roomId }, { id: smallId }]);
});
