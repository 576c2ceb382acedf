import type { Change } from '@parley/contracts';
import type { RevocationWatch, RoomReader } from '@parley/server-edge';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';

/** Overview items that are put together at once, when many people join a room. */
const AT_ONCE = 8;

/**
 * What a change does to the sockets of this node. Every node does it to its own: Socket.IO's own remote joining knows only sockets whose handshake
 * is over, and says nothing to them in the right order.
 */
export class NodeChanges {
  constructor(
    private readonly live: LiveSockets,
    private readonly rooms: RoomReader,
    private readonly revocations: RevocationWatch,
  ) {}

  async apply(change: Change): Promise<void> {
    if (change.type === 'roomJoined') await this.joined(change.roomId, change.userIds);
    else if (change.type === 'roomLeft') await this.left(change.roomId, change.userIds);
    else if (change.type === 'roomSettingsChanged') {
      for (const socket of this.live.ofUser(change.userId)) {
        socket.emit('room:updated', { id: change.roomId, ...change.settings });
      }
    } else if (change.type === 'sessionEnded') this.revocations.end(change);
  }

  /** The room is heard at once; its overview item, different for each member, follows. */
  async joined(roomId: string, userIds: readonly string[]): Promise<void> {
    const present = await this.live.join(userIds, roomId);
    for (let from = 0; from < present.length; from += AT_ONCE) {
      await Promise.all(present.slice(from, from + AT_ONCE).map((sockets) => this.tellJoined(roomId, sockets)));
    }
  }

  /** First nothing more is heard, then it is said. */
  async left(roomId: string, userIds: readonly string[]): Promise<void> {
    for (const userId of userIds) {
      for (const socket of await this.live.leave(userId, roomId)) socket.emit('room:left', { roomId });
    }
  }

  private async tellJoined(roomId: string, sockets: readonly GatewaySocket[]): Promise<void> {
    const [first] = sockets;
    if (first === undefined) return;
    const { userId, sessionId } = first.data.identity;
    const [item] = await this.rooms.items({ userId, sessionId }, [roomId]);
    if (item !== undefined) for (const socket of sockets) socket.emit('room:joined', item);
  }
}
