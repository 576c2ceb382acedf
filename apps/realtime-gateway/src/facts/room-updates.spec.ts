import { Server } from 'socket.io';
import { WorkQueue } from '../flow/work-queue';
import { RoomUpdates } from './room-updates';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const roomId = '01920000-0000-7000-8000-000000000001';
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
