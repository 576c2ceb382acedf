import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { decodeRankCursor, encodeRankCursor } from './rank-cursor';
import { unreadCount } from './unread-count';

interface RankedRow {
  readonly roomId: string;
  readonly pinned: boolean;
  readonly activity: Date;
  readonly asOf: Date;
}

/** How far back the rank that a room had at the walk's start is looked for. */
const LOOK_BACK = 200;

const among = (rooms: string): string => `me.room_id IN (SELECT unnest(${rooms}::uuid[]))`;

/**
 * $1 the member, $2 the rooms that they pinned, $3 the others or null for all, $4 those that are left out, $5 unread only, $6 to $9 the cursor or nulls,
 * $10 rows at most.
 *
 * A room that something was sent to since the walk began is ranked by the last message before that. One that had more messages since than
 * are looked through was at the top from the start, or is not far from it.
 */
export const rankStatement = {
  name: 'rank_rooms',
  text: `
    SELECT ranked.room_id AS "roomId", ranked.pinned, ranked.activity,
      coalesce($6::timestamptz, max(ranked.activity) OVER ()) AS "asOf"
    FROM (
      SELECT head.room_id, ${among('$2')} AS pinned, CASE
        WHEN $6::timestamptz IS NULL OR head.last_activity_at <= $6 THEN head.last_activity_at
        ELSE coalesce(
          (SELECT recent.created_at FROM messages recent
            WHERE recent.room_id = head.room_id AND recent.seq > head.last_seq - ${LOOK_BACK} AND recent.created_at <= $6
            ORDER BY recent.seq DESC LIMIT 1),
          CASE WHEN head.last_seq <= ${LOOK_BACK} THEN head.created_at ELSE head.last_activity_at END)
        END AS activity
      FROM members me
      JOIN rooms head ON head.room_id = me.room_id
      WHERE me.user_id = $1
        AND ($3::uuid[] IS NULL OR ${among('$3')} OR ${among('$2')})
        AND NOT (${among('$4')})
        AND (NOT $5::boolean OR (head.last_seq > me.last_read_seq AND ${unreadCount('me', 'head')} > 0))
    ) ranked
    WHERE $6::timestamptz IS NULL OR (ranked.pinned, ranked.activity, ranked.room_id) < ($7::boolean, $8::timestamptz, $9::uuid)
    ORDER BY ranked.pinned DESC, ranked.activity DESC, ranked.room_id DESC
    LIMIT $10`,
};

/**
 * One page of the member's rooms, of `others` and those `pinned` or of all but `except`, in the order of the overview: the pinned ones first, each group by latest activity, newest first. Who walks
 * from cursor to cursor meets each room once, whatever is sent to it in the meantime. One query.
 * @throws ParleyError `validation_failed` for a cursor that is none.
 */
export async function rankRooms(
  dataSource: DataSource,
  userId: string,
  { pinned, others, except = [], unreadOnly, cursor, limit }: RpcInput<typeof messagesRpc.rankRooms>,
): Promise<RpcOutput<typeof messagesRpc.rankRooms>> {
  const from = cursor === undefined ? undefined : decodeRankCursor(cursor);
  const rows = await namedQuery<RankedRow>(dataSource, rankStatement, [
    userId,
    pinned,
    others,
    except,
    unreadOnly,
    from?.asOf,
    from?.pinned,
    from?.activity,
    from?.roomId,
    limit + 1,
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { roomIds: page.map((row) => row.roomId), nextCursor: last ? cursorAfter(last) : null };
}

function cursorAfter({ asOf, pinned, activity, roomId }: RankedRow): string {
  return encodeRankCursor({ asOf: asOf.toISOString(), pinned, activity: activity.toISOString(), roomId });
}
