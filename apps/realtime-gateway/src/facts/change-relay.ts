import type { Change } from '@parley/contracts';
import type { RoomReader } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { Actor } from '@parley/server-rpc';
import type { Logger } from '@parley/server-runtime';
import type { GatewayServer } from '../connection/gateway-socket';
import type { NodeChanges } from './node-changes';

type RoomUpdated = Extract<Change, { type: 'roomUpdated' }>;

/** No session of anybody: the gateway reads for itself, through the eyes of a member whom a service has just named. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000';

/**
 * Turns changes into the facts of the contract. What a room's members are told goes through the adapter, on the room's own channel, to the nodes that
 * have some of them; what concerns sockets (who hears which room, whose session has ended) goes to every node.
 */
export class ChangeRelay {
  constructor(
    private readonly io: GatewayServer,
    private readonly node: NodeChanges,
    private readonly rooms: RoomReader,
    private readonly log: Logger,
  ) {
    io.on('change', (change) => void this.apply(change));
  }

  /** Tells changes, in their order, on every node. Never rejects: what could not be told is found by sync. */
  async relay(changes: readonly Change[]): Promise<void> {
    for (const change of changes) await this.tell(change);
  }

  private async tell(change: Change): Promise<void> {
    switch (change.type) {
      case 'messageCreated':
        this.io.to(roomChannel(change.message.roomId)).emit('message:created', change.message);
        return;
      case 'messageUpdated':
        this.io.to(roomChannel(change.message.roomId)).emit('message:updated', change.message);
        return;
      case 'readMoved': {
        const { roomId, userId, lastReadSeq } = change;
        this.io.to(roomChannel(roomId)).emit('room:readMoved', { roomId, userId, lastReadSeq });
        return;
      }
      case 'roomUpdated':
        return this.tellUpdate(change);
      case 'roomJoined':
      case 'roomLeft':
      case 'roomSettingsChanged':
      case 'sessionEnded':
        this.io.serverSideEmit('change', change);
        return this.apply(change);
    }
  }

  /** Present values, read when they are told: of two changes at once both tell the same, newest state. */
  private async tellUpdate({ roomId, fields, seenBy }: RoomUpdated): Promise<void> {
    const actor: Actor = { userId: seenBy, sessionId: NO_SESSION };
    try {
      const { id, updatedAt, title, members } = await this.rooms.room(actor, roomId);
      const update = {
        ...{ id, updatedAt },
        ...(fields.includes('title') ? { title } : {}),
        ...(fields.includes('members') ? { members } : {}),
      };
      this.io.to(roomChannel(roomId)).emit('room:updated', update);
    } catch (error) {
      this.log.warn({ err: error, change: 'roomUpdated' }, 'a change could not be told');
    }
  }

  private async apply(change: Change): Promise<void> {
    try {
      await this.node.apply(change);
    } catch (error) {
      this.log.warn({ err: error, change: change.type }, 'a change could not be applied to the sockets here');
    }
  }
}
