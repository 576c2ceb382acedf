import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import type { RoomCommands, Services } from '@parley/server-edge';
import { requestContext } from '@parley/server-runtime';
import { eventually } from '@parley/testing';
import { LeaveGroups } from './leave-groups';

const actor = { userId: 'ana', sessionId: 'ended' } as never;
const unavailable = new ParleyError('unavailable', 'Not now.');

beforeAll(() => void Logger.overrideLogger(false));

/** Ana in so many groups and in a direct room; `removing` is what a group does before it lets her go. */
function anaIn(groups: number, removing: (roomId: string) => Promise<void> | void = () => undefined) {
  const rooms = new Map(Array.from({ length: groups }, (_, n) => [`group ${n}`, 'group']));
  rooms.set('direct', 'direct');
  const asked: string[] = [];
  const services = {
    messages: { memberships: () => Promise.resolve({ roomIds: [...rooms.keys()] }) },
    chatrooms: {
      records: ({ roomIds }: { roomIds: string[] }) =>
        Promise.resolve({ rooms: roomIds.map((id) => ({ id, kind: rooms.get(id) })) }),
    },
  };
  const commands = {
    removeMember: async (_: unknown, { roomId }: { roomId: string }) => {
      asked.push(roomId);
      await removing(roomId);
      rooms.delete(roomId);
    },
  };
  const leave = new LeaveGroups(services as unknown as Services, commands as unknown as RoomCommands);
  return { leave, asked, in: () => [...rooms.keys()] };
}

it('leaves all groups and no direct room', async () => {
  const ana = anaIn(250);
  await ana.leave.run(actor);
  expect(ana.in()).toEqual(['direct']);
});

it('leaves the others where one fails, and that one later', async () => {
  let isHeld = true;
  const ana = anaIn(3, (roomId) => {
    if (roomId === 'group 0' && isHeld) throw unavailable;
  });
  await ana.leave.run(actor, { pausesMs: [0, 50], answerMs: 20 });
  expect(ana.in()).toEqual(['group 0', 'direct']);
  isHeld = false;
  await eventually(() => expect(ana.in()).toEqual(['direct']));
});

it('gives up after its last try, and never rejects', async () => {
  const ana = anaIn(1, () => Promise.reject(unavailable));
  await ana.leave.run(actor, { pausesMs: [0, 1, 1] });
  expect(ana.asked).toHaveLength(3);
});

it('takes a group that she is not in any more for left', async () => {
  const ana = anaIn(1, () => Promise.reject(new ParleyError('not_found', 'There is no such room.')));
  await ana.leave.run(actor, { pausesMs: [0, 1] });
  expect(ana.asked).toHaveLength(1);
});

it('leaves few at once, each in a time of its own, and lets nobody wait for all', async () => {
  let [now, most] = [0, 0];
  const deadlines = new Set<number>();
  const ana = anaIn(40, async () => {
    most = Math.max(most, ++now);
    deadlines.add(requestContext.getStore()?.deadline ?? 0);
    await sleep(10);
    now--;
  });
  const asked = { requestId: 'deletion', deadline: 1 };
  await requestContext.run(asked, () => ana.leave.run(actor, { answerMs: 5 }));
  expect(ana.in().length).toBeGreaterThan(1);
  await eventually(() => expect(ana.in()).toEqual(['direct']));
  expect(most).toBe(4);
  expect(Math.min(...deadlines)).toBeGreaterThan(Date.now());
  expect(deadlines.size).toBeGreaterThan(1);
});
