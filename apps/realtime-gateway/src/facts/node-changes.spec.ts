import type { OverviewItem } from '@parley/contracts';
import type { GatewaySocket } from '../connection/gateway-socket';
import { LiveSockets } from '../connection/live-sockets';
import { WorkQueue } from '../flow/work-queue';
import { MemberCheck } from './member-check';
import { NodeChanges } from './node-changes';

const roomId = '0199f3a0-0000-7000-8000-00000000000a';
const identity = { userId: 'ana', sessionId: 's', expiresAt: Infinity };

/** A node with one socket of one member, and a room whose item can be read at some times and at others not. */
function aNode() {
  const told: string[] = [];
  const rechecked: string[] = [];
  let canBeRead = false;
  let isMember = true;
  const channels = new Set<string>();
  const socket = {
    ...{ id: 'socket', connected: true, rooms: channels, data: { identity } },
    join: (channel: string) => channels.add(channel),
    leave: (channel: string) => channels.delete(channel),
    emit: (fact: string) => told.push(fact) > 0,
  };
  const live = new LiveSockets({ settled: async () => undefined }, () => new Map());
  live.add(Object.assign({} as GatewaySocket, socket), identity);
  const items = async (): Promise<OverviewItem[]> => {
    if (!canBeRead) throw new Error('the service is away');
    return isMember ? [{ id: roomId, revision: 3, lastSeq: 3 } as OverviewItem] : [];
  };
  const work = new WorkQueue({ atOnce: 1, capacity: 10, onLost: () => undefined });
  const node = new NodeChanges(
    ...([live, { items }, { end: () => undefined }, work, { apply: () => undefined }] as const),
    ...([{ begin: () => undefined }, (id: string) => void rechecked.push(id)] as const),
  );
  const members = new MemberCheck({
    ...{ live, node, graceMs: 0, updates: { add: () => undefined }, onMended: () => undefined },
    messages: {
      memberIds: async ({ roomIds }) => ({ rooms: roomIds.map((id) => ({ roomId: id, userIds: ['ana'] })) }),
    },
  });
  return {
    ...{ node, members, told, rechecked },
    serviceReturns: (inside = true) => ([canBeRead, isMember] = [true, inside]),
    settled: () => new Promise((resolve) => setImmediate(resolve)),
    look: async () => {
      for (const id of rechecked.splice(0)) members.add(id);
      await members.look(new AbortController().signal);
    },
  };
}

it('who hears a room and could not be told of it is told once it can be read: only then do they know that they have to ask', async () => {
  const { node, told, look, settled, serviceReturns, rechecked } = aNode();
  node.joined(roomId, ['ana']);
  await settled();
  expect([told, node.isUntold('ana', roomId), rechecked]).toEqual([[], true, [roomId]]);
  await look();
  await settled();
  expect([told, node.isUntold('ana', roomId), rechecked]).toEqual([[], true, [roomId]]);
  serviceReturns();
  await look();
  await settled();
  expect([told, node.isUntold('ana', roomId), rechecked]).toEqual([['room:joined'], false, []]);
  await look();
  await settled();
  expect(told).toEqual(['room:joined']);
});

it('who turns out to be in no such room, or has left it, is told of no joining', async () => {
  const one = aNode();
  one.node.joined(roomId, ['ana']);
  await one.settled();
  one.serviceReturns(false);
  await one.look();
  await one.settled();
  expect([one.told, one.node.isUntold('ana', roomId)]).toEqual([[], false]);

  const other = aNode();
  other.node.joined(roomId, ['ana']);
  await other.settled();
  other.node.left(roomId, ['ana']);
  expect([other.told, other.node.isUntold('ana', roomId)]).toEqual([['room:left'], false]);
});
