import type { Change } from '@parley/contracts';
import { roomChannel } from '@parley/server-realtime';
import type { GatewayServer } from '../connection/gateway-socket';
import type { NodeChanges } from './node-changes';
import type { RoomUpdates } from './room-updates';

/**
 * Turns changes into the facts of the contract. What a room's members are told goes through the adapter, on the room's own channel, to the nodes that
 * have some of them; what concerns sockets (who hears which room, whose session has ended) goes to every node. Nothing here waits: what has
 * to be read first is told when it was read, and holds up no message.
 */
export class ChangeRelay {
  constructor(
    private readonly io: GatewayServer,
    private readonly node: NodeChanges,
    private readonly updates: RoomUpdates,
  ) {
    io.on('change', (change) => this.node.apply(change));
  }

  /** Tells changes, in their order, on every node. */
  relay(changes: readonly Change[]): void {
    for (const change of changes) this.tell(change);
  }

  private tell(change: Change): void {
    switch (change.type) {
      case 'messageCreated':
        this.io.to(roomChannel(change.message.roomId)).emit('message:created', change.message);
        return;
      case 'messageUpdated':
        this.io.to(roomChannel(change.message.roomId)).emit('message:updated', change.message);
        return;
      case 'readMoved': {
        const { roomId, userId, lastReadSeq, shown } = change;
        if (!shown) return this.everywhere(change);
        this.io.to(roomChannel(roomId)).emit('room:readMoved', { roomId, userId, lastReadSeq });
        return;
      }
      case 'roomUpdated':
        this.updates.add(change);
        return;
      case 'roomJoined':
      case 'roomLeft':
      case 'roomSettingsChanged':
      case 'sessionEnded':
      case 'presenceSettingChanged':
      case 'blockChanged':
        this.everywhere(change);
        return;
    }
  }

  /** Each node does to its own sockets what the change asks for. */
  private everywhere(change: Change): void {
    this.io.serverSideEmit('change', change);
    this.node.apply(change);
  }
}
