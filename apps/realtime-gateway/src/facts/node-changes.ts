import type { Change } from '@parley/contracts';
import type { RevocationWatch, RoomReader } from '@parley/server-edge';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';
import type { WorkQueue } from '../flow/work-queue';
import type { NodePresence } from '../presence/open-presence';
import type { Delivered } from './delivered';

/** What became of telling a member that they are in a room. */
type JoinOutcome = 'told' | 'no member' | 'not read';

/**
 * What a change does to the sockets of this node. Every node does it to its own: Socket.IO's own remote joining knows only sockets whose handshake
 * is over, and says nothing to them in the right order. Who hears a room changes at once; what has to be read for it follows.
 */
export class NodeChanges {
  /** By member and room, the joining that was told last and is being looked into. */
  private readonly joining = new Map<string, object>();
  /** By member and room, those who hear a room and could not be told of it: they do not know what was said before, nor that they have to ask for it. */
  private readonly untold = new Set<string>();

  constructor(
    private readonly live: LiveSockets,
    private readonly rooms: Pick<RoomReader, 'items'>,
    private readonly revocations: Pick<RevocationWatch, 'end'>,
    private readonly work: WorkQueue,
    private readonly presence: Pick<NodePresence, 'apply'>,
    private readonly delivered: Pick<Delivered, 'begin'>,
    /** Has a room's members compared with who hears it here, in a moment. */
    private readonly recheck: (roomId: string) => void,
  ) {}

  apply(change: Change): void {
    if (change.type === 'roomJoined') this.joined(change.roomId, change.userIds);
    else if (change.type === 'roomLeft') this.left(change.roomId, change.userIds);
    else if (change.type === 'roomSettingsChanged') {
      for (const socket of this.live.ofUser(change.userId)) {
        socket.emit('room:updated', { id: change.roomId, ...change.settings });
      }
    } else if (change.type === 'readMoved') {
      const { roomId, userId, lastReadSeq } = change;
      for (const socket of this.live.ofUser(userId)) socket.emit('room:readMoved', { roomId, userId, lastReadSeq });
    } else if (change.type === 'sessionEnded') this.revocations.end(change);
    else if (change.type === 'presenceSettingChanged' || change.type === 'blockChanged') this.presence.apply(change);
  }

  /** The room is heard at once; its overview item, different for each member, follows. */
  joined(roomId: string, userIds: readonly string[]): void {
    for (const userId of userIds) {
      const sockets = this.live.join(userId, roomId);
      const key = keyOf(userId, roomId);
      this.untold.delete(key);
      if (sockets.length === 0) continue;
      const turn = {};
      this.joining.set(key, turn);
      const settle = (outcome: JoinOutcome): void => {
        if (this.joining.get(key) !== turn) return;
        this.joining.delete(key);
        if (outcome === 'no member') this.live.leave(userId, roomId);
        if (outcome !== 'not read') return;
        this.untold.add(key);
        this.recheck(roomId);
      };
      if (!this.work.add(() => this.tellJoined(roomId, sockets, settle))) settle('not read');
    }
  }

  /** Whether a member hears a room of which they could not be told. */
  isUntold(userId: string, roomId: string): boolean {
    return this.untold.has(keyOf(userId, roomId));
  }

  /** First nothing more is heard, then it is said. The news may be late, and the member in the room again: that is looked into. */
  left(roomId: string, userIds: readonly string[]): void {
    for (const userId of userIds) {
      const sockets = this.live.leave(userId, roomId);
      this.untold.delete(keyOf(userId, roomId));
      for (const socket of sockets) socket.emit('room:left', { roomId });
      if (sockets.length > 0) this.recheck(roomId);
    }
  }

  /**
   * News of joining may come late, after the news of leaving, which another node told: who turns out not to be in the room stops hearing it, unless
   * a later joining is being looked into. Where it can't be read the news stands until it can.
   */
  private async tellJoined(
    roomId: string,
    sockets: readonly GatewaySocket[],
    settle: (outcome: JoinOutcome) => void,
  ): Promise<void> {
    let outcome: JoinOutcome = 'not read';
    try {
      const [first] = sockets;
      if (first === undefined) return;
      const { userId, sessionId } = first.data.identity;
      await this.live.settled();
      const [item] = await this.rooms.items({ userId, sessionId }, [roomId]);
      outcome = item === undefined ? 'no member' : 'told';
      if (item === undefined) return;
      this.delivered.begin(roomId, item.revision, item.lastSeq);
      for (const socket of sockets) socket.emit('room:joined', item);
    } finally {
      settle(outcome);
    }
  }
}

function keyOf(userId: string, roomId: string): string {
  return `${userId}:${roomId}`;
}
