import type { Change } from '@parley/contracts';
import type { RevocationWatch, RoomReader } from '@parley/server-edge';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';
import type { WorkQueue } from '../flow/work-queue';

/**
 * What a change does to the sockets of this node. Every node does it to its own: Socket.IO's own remote joining knows only sockets whose handshake
 * is over, and says nothing to them in the right order. Who hears a room changes at once; what has to be read for it follows.
 */
export class NodeChanges {
  constructor(
    private readonly live: LiveSockets,
    private readonly rooms: RoomReader,
    private readonly revocations: RevocationWatch,
    private readonly work: WorkQueue,
  ) {}

  apply(change: Change): void {
    if (change.type === 'roomJoined') this.joined(change.roomId, change.userIds);
    else if (change.type === 'roomLeft') this.left(change.roomId, change.userIds);
    else if (change.type === 'roomSettingsChanged') {
      for (const socket of this.live.ofUser(change.userId)) {
        socket.emit('room:updated', { id: change.roomId, ...change.settings });
      }
    } else if (change.type === 'sessionEnded') this.revocations.end(change);
  }

  /** The room is heard at once; its overview item, different for each member, follows. */
  joined(roomId: string, userIds: readonly string[]): void {
    for (const userId of userIds) {
      const sockets = this.live.join(userId, roomId);
      if (sockets.length > 0) this.work.add(() => this.tellJoined(roomId, sockets));
    }
  }

  /** First nothing more is heard, then it is said. */
  left(roomId: string, userIds: readonly string[]): void {
    for (const userId of userIds) {
      for (const socket of this.live.leave(userId, roomId)) socket.emit('room:left', { roomId });
    }
  }

  private async tellJoined(roomId: string, sockets: readonly GatewaySocket[]): Promise<void> {
    const [first] = sockets;
    if (first === undefined) return;
    const { userId, sessionId } = first.data.identity;
    await this.live.settled();
    const [item] = await this.rooms.items({ userId, sessionId }, [roomId]);
    if (item !== undefined) for (const socket of sockets) socket.emit('room:joined', item);
  }
}
