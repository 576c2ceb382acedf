import { limits, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource, EntityManager } from 'typeorm';
import { noSuchRoom, requestUnanswered, sendingBlocked } from '../message/refusals';
import { typingShown } from './may-see';

const sendable = {
  name: 'check_sendable',
  text: `
    SELECT sending_blocked(me.room_id, me.user_id) AS blocked,
      coalesce(head.requested_by = me.user_id AND (head.request_refused OR head.last_seq >= $3), false) AS unanswered
    FROM members me JOIN rooms head USING (room_id)
    WHERE me.room_id = $1 AND me.user_id = $2`,
};

/**
 * Tells by not throwing that the member may send in the room at this moment.
 * @throws ParleyError `not_found` for who is not in the room, `forbidden` across a block and for who waits for the answer to a request and
 * may not write more: as sending would answer.
 */
export async function requireSendable(
  executor: DataSource | EntityManager,
  userId: string,
  roomId: string,
): Promise<void> {
  const [member] = await namedQuery<{ blocked: boolean; unanswered: boolean }>(executor, sendable, [
    ...[roomId, userId],
    limits.requestMessages,
  ]);
  if (!member) throw noSuchRoom();
  if (member.blocked) throw sendingBlocked();
  if (member.unanswered) throw requestUnanswered();
}

const typing = {
  name: 'typing_shown',
  text: `SELECT ${typingShown('me', 'head')} AS shown FROM members me JOIN rooms head USING (room_id)
    WHERE me.room_id = $1 AND me.user_id = $2`,
};

const divided = {
  name: 'members_divided_from',
  text: `
    SELECT other.user_id AS "userId" FROM members other
    JOIN blocks b ON b.low_user_id = least(other.user_id, $2::uuid) AND b.high_user_id = greatest(other.user_id, $2::uuid)
    WHERE other.room_id = $1 AND other.user_id <> $2 AND b.blocked`,
};

/** As `requireSendable`, and whether anybody may know and who may not: what an edge asks before it passes on that somebody types. */
export async function checkSendable(
  dataSource: DataSource,
  userId: string,
  { roomId }: RpcInput<typeof messagesRpc.checkSendable>,
): Promise<RpcOutput<typeof messagesRpc.checkSendable>> {
  await requireSendable(dataSource, userId, roomId);
  const [member] = await namedQuery<{ shown: boolean }>(dataSource, typing, [roomId, userId]);
  const rows = await namedQuery<{ userId: string }>(dataSource, divided, [roomId, userId]);
  return { dividedFrom: rows.map((row) => row.userId), shown: member?.shown ?? false };
}
