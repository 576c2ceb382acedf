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

/**
 * $1 the member, $2 $3 rooms and whether pinned, $4 unread only, $5 to $8 the cursor or nulls, $9 rows at most.
 *
 * A room that something was sent to since the walk began is ranked by the last message before that. One that had more messages since than
 * are looked through was at the top from the start, or is not far from it.
 */
export const rankStatement = {
  name: 'rank_rooms',
  text: `
    SELECT ranked.room_id AS "roomId", ranked.pinned, ranked.activity,
      coalesce($5::timestamptz, max(ranked.activity) OVER ()) AS "asOf"
    FROM (
      SELECT head.room_id, asked.pinned, CASE
        WHEN $5::timestamptz IS NULL OR head.last_activity_at <= $5 THEN head.last_activity_at
        ELSE coalesce(
          (SELECT recent.created_at FROM messages recent
            WHERE recent.room_id = head.room_id AND recent.seq > head.last_seq - ${LOOK_BACK} AND recent.created_at <= $5
            ORDER BY recent.seq DESC LIMIT 1),
          CASE WHEN head.last_seq <= ${LOOK_BACK} THEN head.created_at ELSE head.last_activity_at END)
        END AS activity
      FROM unnest($2::uuid[], $3::boolean[]) AS asked (room_id, pinned)
      JOIN members me ON me.room_id = asked.room_id AND me.user_id = $1
      JOIN rooms head ON head.room_id = asked.room_id
      WHERE NOT $4::boolean OR (head.last_seq > me.last_read_seq AND ${unreadCount('me', 'head')} > 0)
    ) ranked
    WHERE $5::timestamptz IS NULL OR (ranked.pinned, ranked.activity, ranked.room_id) < ($6::boolean, $7::timestamptz, $8::uuid)
    ORDER BY ranked.pinned DESC, ranked.activity DESC, ranked.room_id DESC
    LIMIT $9`,
};

/**
 * One page of these rooms in the order of the overview: the pinned ones first, each group by latest activity, newest first. Who walks
 * from cursor to cursor meets each room once, whatever is sent to it in the meantime. One query.
 * @throws ParleyError `validation_failed` for a cursor that is none.
 */
export async function rankRooms(
  dataSource: DataSource,
  userId: string,
  { pinned, others, unreadOnly, cursor, limit }: RpcInput<typeof messagesRpc.rankRooms>,
): Promise<RpcOutput<typeof messagesRpc.rankRooms>> {
  const from = cursor === undefined ? undefined : decodeRankCursor(cursor);
  const rows = await namedQuery<RankedRow>(dataSource, rankStatement, [
    userId,
    [...pinned, ...others],
    [...pinned.map(() => true), ...others.map(() => false)],
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
