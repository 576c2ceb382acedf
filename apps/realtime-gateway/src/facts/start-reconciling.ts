import type { Edge } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import { every, type Logger, type PeriodicTask } from '@parley/server-runtime';
import type { GatewayServer } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';
import type { WorkQueue } from '../flow/work-queue';
import type { GatewayMetrics } from '../metrics';
import type { NodePresence } from '../presence/open-presence';
import type { Delivered } from './delivered';
import { MemberCheck } from './member-check';
import { checkMemberships } from './membership-check';
import { NodeChanges } from './node-changes';
import { Reconciler } from './reconciler';
import { RoomUpdates } from './room-updates';
import { Suspects } from './suspects';

/** How often a node looks for gaps, and how long facts may be on their way before they count as lost: together what a gap lasts, and little more. */
const EVERY_MS = 500;
const MESSAGE_GRACE_MS = 1_000;
const MEMBERS_GRACE_MS = 500;

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
  const recheck = (roomId: string): void => members.add(roomId);
  const node = new NodeChanges(live, edge.rooms, edge.revocations, work, presence, delivered, recheck);
  const members = new MemberCheck({
    ...{ messages, live, node, updates, graceMs: MEMBERS_GRACE_MS },
    onMended: () => counters.reconciledMembers.inc(),
  });
  const reconciler = new Reconciler({
    ...{ messages, delivered, members, log, suspects: new Suspects(MESSAGE_GRACE_MS) },
    tell: (fact, message) => io.local.to(roomChannel(message.roomId)).emit(fact, message),
    onBlind: () => checkMemberships(live, messages, node, log),
    onMended: () => counters.reconciledMessages.inc(),
  });
  const reconciling = every(EVERY_MS, 'looking for gaps', (signal) => reconciler.look(signal), log);
  return { node, updates, reconciling };
}
