import {
  limits,
  previewOf,
  type ContactRequest,
  type messagesRpc,
  type RoomState,
  type RpcInput,
  type RpcOutput,
} from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { readingShown } from './may-see';
import { unreadCount } from './unread-count';

interface StateRow {
  readonly roomId: string;
  readonly lastSeq: number;
  readonly revision: number;
  readonly lastReadSeq: number;
  readonly joinedSeq: number | null;
  readonly unreadCount: number;
  readonly request: ContactRequest;
  /** Read cursors by user id; 0 where others may not see it. */
  readonly cursors: Readonly<Record<string, number>>;
  /** The last message's; null where there is none. */
  readonly senderId: string | null;
  readonly createdAt: Date | null;
  /** The beginning of its text; null where it was deleted too. */
  readonly text: string | null;
}

/** $1 the member, $2 the rooms. */
export const roomStatesStatement = {
  name: 'room_states',
  text: `
    SELECT head.room_id AS "roomId", head.last_seq AS "lastSeq", head.revision, me.last_read_seq AS "lastReadSeq",
      me.joined_seq AS "joinedSeq", ${unreadCount('me', 'head')} AS "unreadCount",
      CASE WHEN head.requested_by = me.user_id THEN 'outgoing' WHEN head.requested_by IS NOT NULL THEN 'incoming' END AS request,
      (SELECT json_object_agg(m.user_id, CASE WHEN ${readingShown('m', 'head')} THEN m.last_read_seq ELSE 0 END)
        FROM members m WHERE m.room_id = head.room_id) AS cursors,
      last.sender_id AS "senderId", last.created_at AS "createdAt", left(last.text, ${limits.previewedCodePoints}) AS text
    FROM members me
    JOIN rooms head USING (room_id)
    LEFT JOIN messages last ON last.room_id = head.room_id AND last.seq = head.last_seq
    WHERE me.user_id = $1 AND me.room_id = ANY($2::uuid[])`,
};

/** What the overview shows of these rooms to this person, in the order asked; rooms that they are not in are left out. One query. */
export async function roomStates(
  dataSource: DataSource,
  userId: string,
  { roomIds }: RpcInput<typeof messagesRpc.roomStates>,
): Promise<RpcOutput<typeof messagesRpc.roomStates>> {
  const rows = await namedQuery<StateRow>(dataSource, roomStatesStatement, [userId, roomIds]);
  const byId = new Map(rows.map((row) => [row.roomId, row]));
  return { states: roomIds.flatMap((roomId) => byId.get(roomId) ?? []).map(toRoomState) };
}

function toRoomState(row: StateRow): RoomState {
  return {
    roomId: row.roomId,
    lastSeq: row.lastSeq,
    revision: row.revision,
    lastMessage: lastMessage(row),
    unreadCount: row.unreadCount,
    lastReadSeq: row.lastReadSeq,
    joinedSeq: row.joinedSeq,
    request: row.request,
    cursors: Object.entries(row.cursors).map(([userId, lastReadSeq]) => ({ userId, lastReadSeq })),
  };
}

/** The last message keeps its place in the overview when it is deleted; there is nothing left to preview then. */
function lastMessage({ lastSeq, senderId, createdAt, text }: StateRow): RoomState['lastMessage'] {
  if (senderId === null || createdAt === null) return null;
  return { seq: lastSeq, senderId, preview: previewOf(text), createdAt: createdAt.toISOString() };
}
