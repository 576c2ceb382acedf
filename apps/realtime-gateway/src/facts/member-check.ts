import type { Services } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { LiveSockets } from '../connection/live-sockets';
import type { NodeChanges } from './node-changes';
import type { RoomUpdates } from './room-updates';

/** Rooms asked about at once. */
const AT_ONCE = 20;
/** Rooms that may wait to be looked at; beyond it they are looked at when their members change again, or at the next connection. */
const WAITING = 10_000;

export interface MemberCheckParts {
  readonly messages: Pick<Services['messages'], 'memberIds'>;
  readonly live: LiveSockets;
  readonly node: Pick<NodeChanges, 'joined' | 'left' | 'isUntold'>;
  readonly updates: Pick<RoomUpdates, 'add'>;
  /** How long the news of a change of members may take before it counts as lost, in milliseconds. */
  readonly graceMs: number;
  readonly onMended: () => void;
  readonly now?: () => number;
}

/**
 * Compares who is in a room with who hears it here, where its members have changed: news of joining and leaving may be lost, or overtake each
 * other. Whoever is out hears nothing more, whoever is in hears the room, and both are told so.
 */
export class MemberCheck {
  /** By room, since when it is to be looked at. */
  private readonly waiting = new Map<string, number>();

  constructor(private readonly parts: MemberCheckParts) {}

  /** The room's members have changed, or it is not certain what was heard of them. */
  add(roomId: string): void {
    if (this.waiting.size < WAITING && !this.waiting.has(roomId)) this.waiting.set(roomId, this.now());
  }

  /** Whether the room is still to be looked at: until then nothing is told again in it. */
  isPending(roomId: string): boolean {
    return this.waiting.has(roomId);
  }

  /** Looks at the rooms that have waited long enough. @throws ParleyError where they cannot be read: they stay for the next time */
  async look(signal: AbortSignal): Promise<void> {
    const due = [...this.waiting].flatMap(([roomId, since]) =>
      this.now() - since >= this.parts.graceMs ? [roomId] : [],
    );
    for (let from = 0; from < due.length && !signal.aborted; from += AT_ONCE) {
      const roomIds = due.slice(from, from + AT_ONCE);
      const { rooms } = await this.parts.messages.memberIds({ roomIds });
      for (const { roomId, userIds } of rooms) {
        this.waiting.delete(roomId);
        this.compare(roomId, userIds);
      }
    }
  }

  private compare(roomId: string, userIds: readonly string[]): void {
    const { live, node, updates, onMended } = this.parts;
    const members = new Set(userIds);
    const outsiders = live.listeners(roomId).filter((userId) => !members.has(userId));
    const deaf = userIds.filter((userId) => this.isDeaf(userId, roomId) || node.isUntold(userId, roomId));
    // Those still connecting are told all of it when they ask, after they have connected.
    for (const userId of userIds) if (live.isMissing(userId, roomId)) live.join(userId, roomId);
    if (outsiders.length === 0 && deaf.length === 0) return;
    onMended();
    node.left(roomId, outsiders);
    node.joined(roomId, deaf);
    const [seenBy] = userIds;
    if (seenBy !== undefined) updates.add({ type: 'roomUpdated', roomId, fields: ['members'], seenBy });
  }

  private isDeaf(userId: string, roomId: string): boolean {
    const channel = roomChannel(roomId);
    return this.parts.live.ofUser(userId).some((socket) => socket.connected && !socket.rooms.has(channel));
  }

  private now(): number {
    return (this.parts.now ?? performance.now.bind(performance))();
  }
}
