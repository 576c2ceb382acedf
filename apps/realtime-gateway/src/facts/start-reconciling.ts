import type { Edge } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import { every, type Logger, type PeriodicTask } from '@parley/server-runtime';
import type { GatewayServer } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';
import type { WorkQueue } from '../flow/work-queue';
import type { GatewayMetrics } from '../metrics';
import type { NodePresence } from '../presence/open-presence';
import { ChangedRoomsWalk } from './changed-rooms-walk';
import type { Delivered } from './delivered';
import { MemberCheck } from './member-check';
import { MembershipReview } from './membership-review';
import { NodeChanges } from './node-changes';
import { Reconciler } from './reconciler';
import { RoomUpdates } from './room-updates';
import { SaidSince } from './said-since';
import { Suspects } from './suspects';

/**
 * How often a node looks which rooms have changed, compares members, and tells what is missing: each on its own, so that a lot to tell keeps nobody
 * waiting. How long facts may be on their way before they count as lost. Together: what a gap lasts, and little more.
 */
const WALK_MS = 400;
const MEMBERS_MS = 100;
const REVIEW_MS = 250;
const MESSAGES_MS = 500;
const MEMBERS_GRACE_MS = 300;
const MESSAGE_GRACE_MS = 1_000;

export interface ReconcilingParts {
  readonly io: GatewayServer;
  readonly live: LiveSockets;
  readonly delivered: Delivered;
  readonly edge: Pick<Edge, 'rooms' | 'revocations' | 'services'>;
  readonly work: WorkQueue;
  readonly presence: Pick<NodePresence, 'apply'>;
  readonly counters: Pick<GatewayMetrics, 'reconciledMessages' | 'reconciledMembers'>;
  readonly log: Logger;
}

export interface Reconciling {
  readonly node: NodeChanges;
  readonly updates: RoomUpdates;
  readonly reconciling: PeriodicTask;
}

/** What does to this node's sockets what changes say, and what sees to it that none is missed. */
export function startReconciling(parts: ReconcilingParts): Reconciling {
  const { io, live, delivered, edge, work, presence, counters, log } = parts;
  const { messages } = edge.services;
  const updates = new RoomUpdates(io, edge.rooms, work);
  const suspects = new Suspects(MESSAGE_GRACE_MS);
  const node: NodeChanges = new NodeChanges(
    live,
    edge.rooms,
    edge.revocations,
    work,
    presence,
    delivered,
    new SaidSince(messages),
    {
      add: (roomId) => members.add(roomId),
      news: (roomId) => members.news(roomId),
      left: (roomId, userIds) => members.left(roomId, userIds),
    },
  );
  const onBlind = (): void => review.begin();
  const members: MemberCheck = new MemberCheck({
    ...{ messages, live, node, updates, delivered, graceMs: MEMBERS_GRACE_MS, onBlind, log },
    onMended: () => counters.reconciledMembers.inc(),
  });
  const review = new MembershipReview(live, messages, members, log);
  const walk = new ChangedRoomsWalk({ messages, delivered, suspects, members, onBlind, log });
  const reconciler = new Reconciler({
    ...{ messages, delivered, suspects, log },
    members: {
      hurry: (roomId) => members.hurry(roomId),
      look: () => members.look(),
      isPending: (roomId) => review.isPending || members.isPending(roomId),
    },
    tell: (fact, message) => io.local.to(roomChannel(message.roomId)).emit(fact, message),
    onMended: () => counters.reconciledMessages.inc(),
  });
  const tasks = [
    every(WALK_MS, 'looking for changed rooms', (signal) => walk.look(signal), log),
    every(MEMBERS_MS, 'comparing members', () => members.look(), log),
    every(REVIEW_MS, 'comparing all members', (signal) => review.run(signal), log),
    every(MESSAGES_MS, 'telling what was missed', (signal) => reconciler.look(signal), log),
  ];
  const stop = async (): Promise<void> => {
    await Promise.all([members.stop(), ...tasks.map((task) => task.stop())]);
  };
  return { node, updates, reconciling: { stop } };
}
