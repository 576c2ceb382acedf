import { Inject, Injectable } from '@nestjs/common';
import type { chatroomsRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { type MessagesClient, messagesClient } from '../neighbours/clients';
import { readRecords } from './read-records';

const memberships = {
  name: 'overview_memberships',
  text: 'SELECT room_id AS "roomId", pinned FROM members WHERE user_id = $1 AND archived = $2',
};

@Injectable()
export class ShowOverview {
  constructor(
    private readonly db: DataSource,
    @Inject(messagesClient) private readonly messages: MessagesClient,
  ) {}

  /**
   * One page of a member's rooms, the pinned first, then by latest activity: `active` are those not archived, `unread` those of the active
   * that hold something unread, `archived` the others. What is archived, pinned and who is in is known here, the order by the messages
   * service. Two queries and one call, however many the rooms.
   * @throws ParleyError `validation_failed` for a cursor that is none, `unavailable`
   */
  async run(
    { filter, ...page }: RpcInput<typeof chatroomsRpc.overview>,
    actor: Actor,
  ): Promise<RpcOutput<typeof chatroomsRpc.overview>> {
    const rooms = await namedQuery<{ roomId: string; pinned: boolean }>(this.db, memberships, [
      actor.userId,
      filter === 'archived',
    ]);
    const idsWhere = (pinned: boolean) => rooms.filter((room) => room.pinned === pinned).map((room) => room.roomId);
    const { roomIds, nextCursor } = await this.messages.rankRooms(
      { ...page, pinned: idsWhere(true), others: idsWhere(false), unreadOnly: filter === 'unread' },
      { actor },
    );
    return { rooms: await readRecords(this.db, actor.userId, roomIds), nextCursor };
  }
}
