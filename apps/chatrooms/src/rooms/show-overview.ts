import { Inject, Injectable } from '@nestjs/common';
import type { chatroomsRpc, messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { type MessagesClient, messagesClient } from '../neighbours/clients';
import { readRecords } from './read-records';

interface MarkedRoom {
  readonly roomId: string;
  readonly pinned: boolean;
  readonly archived: boolean;
}
const idsOf = (rooms: readonly MarkedRoom[]): string[] => rooms.map(({ roomId }) => roomId);

/** $1 the member. */
export const markedRooms = {
  name: 'overview_marked_rooms',
  text: 'SELECT room_id AS "roomId", pinned, archived FROM members WHERE user_id = $1 AND (pinned OR archived)',
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
   * service. Two queries and one call, however many the rooms; what goes over the wire of them is what is pinned or archived, as the messages service knows
   * by itself who is in where. A room that somebody has just left is still known there for a moment: it is passed over, and one more query and one more call
   * put what comes next in its place.
   * @throws ParleyError `validation_failed` for a cursor that is none, `unavailable`
   */
  async run(
    { filter, ...page }: RpcInput<typeof chatroomsRpc.overview>,
    actor: Actor,
  ): Promise<RpcOutput<typeof chatroomsRpc.overview>> {
    const marked = await namedQuery<MarkedRoom>(this.db, markedRooms, [actor.userId]);
    const archived = marked.filter((room) => room.archived);
    const ranked =
      filter === 'archived'
        ? { pinned: idsOf(archived.filter((room) => room.pinned)), others: idsOf(archived) }
        : { pinned: idsOf(marked.filter((room) => room.pinned)), except: idsOf(archived) };
    const asked = { ...page, ...ranked, unreadOnly: filter === 'unread' };
    const first = await this.portion(asked, actor);
    const missing = asked.limit - first.rooms.length;
    if (missing === 0 || first.nextCursor === null) return first;
    const rest = await this.portion({ ...asked, limit: missing, cursor: first.nextCursor }, actor);
    return { rooms: [...first.rooms, ...rest.rooms], nextCursor: rest.nextCursor };
  }

  /** The next rooms in their order, but for those that the messages service knows the member to be in and nobody else does any more. */
  private async portion(
    asked: RpcInput<typeof messagesRpc.rankRooms>,
    actor: Actor,
  ): Promise<RpcOutput<typeof chatroomsRpc.overview>> {
    const { roomIds, nextCursor } = await this.messages.rankRooms(asked, { actor });
    return { rooms: await readRecords(this.db, actor.userId, roomIds), nextCursor };
  }
}
