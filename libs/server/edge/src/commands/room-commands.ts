import type { Change, chatroomsRpc, messagesRpc, OverviewItem, Room, RpcRequest } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { ChangePublisher } from '../changes/change-publisher';
import type { RoomReader } from '../composition/room-reader';
import type { Services } from '../services';
import { requestAccepted } from './request-accepted';

/** Commands on rooms and their members: the service does it, what has changed is told, and the room is answered as the caller sees it. */
export class RoomCommands {
  constructor(
    private readonly services: Pick<Services, 'chatrooms' | 'messages'>,
    private readonly rooms: RoomReader,
    private readonly changes: ChangePublisher,
  ) {}

  /** Opens a room; `created` is false where the pair had one. */
  async create(actor: Actor, input: RpcRequest<typeof chatroomsRpc.create>): Promise<{ room: Room; created: boolean }> {
    const { room, created, joined } = await this.services.chatrooms.create(input, { actor });
    this.tell(joined.length > 0, { type: 'roomJoined', roomId: room.id, userIds: joined });
    return { room: await this.rooms.roomOf(actor, room), created };
  }

  async rename(actor: Actor, input: RpcRequest<typeof chatroomsRpc.rename>): Promise<Room> {
    const { room, changed } = await this.services.chatrooms.rename(input, { actor });
    this.tell(changed, { type: 'roomUpdated', roomId: room.id, fields: ['title'], seenBy: actor.userId });
    return this.rooms.roomOf(actor, room);
  }

  /** Pins, mutes or archives a room for the caller alone. */
  async setMine(actor: Actor, input: RpcRequest<typeof chatroomsRpc.setMine>): Promise<OverviewItem> {
    const { room, changed } = await this.services.chatrooms.setMine(input, { actor });
    const { id: roomId, settings } = room;
    this.tell(changed, { type: 'roomSettingsChanged', roomId, userId: actor.userId, settings });
    return this.rooms.itemOf(actor, room);
  }

  /**
   * Accepts a request, which both are told, or refuses it: then the room goes out of sight of who refused, and who asked is told nothing.
   * An answer that got through but half is given whole by giving it again.
   */
  async answerRequest(actor: Actor, input: RpcRequest<typeof messagesRpc.answerRequest>): Promise<OverviewItem> {
    const { accepted } = await this.services.messages.answerRequest(input, { actor });
    this.tell(accepted, requestAccepted(actor, input.roomId));
    return this.setMine(actor, { roomId: input.roomId, settings: { archived: !input.accept } });
  }

  async invite(actor: Actor, input: RpcRequest<typeof chatroomsRpc.invite>): Promise<Room> {
    const { room, joined } = await this.services.chatrooms.invite(input, { actor });
    this.tell(
      joined.length > 0,
      { type: 'roomJoined', roomId: room.id, userIds: joined },
      { type: 'roomUpdated', roomId: room.id, fields: ['members'], seenBy: actor.userId },
    );
    return this.rooms.roomOf(actor, room);
  }

  /** Removes a member, or lets the caller leave. The news to those who stay is read through the eyes of one of them. */
  async removeMember(actor: Actor, input: RpcRequest<typeof chatroomsRpc.removeMember>): Promise<void> {
    const { left, remaining } = await this.services.chatrooms.removeMember(input, { actor });
    const { roomId } = input;
    const [seenBy] = remaining;
    this.tell(left.length > 0, { type: 'roomLeft', roomId, userIds: left });
    if (seenBy !== undefined) {
      this.tell(left.length > 0, { type: 'roomUpdated', roomId, fields: ['members'], seenBy });
    }
  }

  private tell(changed: boolean, ...changes: Change[]): void {
    if (changed) this.changes.publish(changes);
  }
}
