import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { type MessageRow, messageColumns, toMessage } from '../message/message-row';
import { noSuchRoom } from '../message/refusals';
import { pageWindow } from './page-window';

type PageRow = { lastSeq: number; first: number } & (MessageRow | { id: null });

/** Membership, the room's end and the page in one reading: a range of the primary key, whatever the room's length. */
export const pageStatement = {
  name: 'page_history',
  text: `
    SELECT head.last_seq AS "lastSeq", page.first, ${messageColumns('m')}
    FROM members me
    JOIN rooms head USING (room_id)
    CROSS JOIN LATERAL (
      SELECT CASE WHEN $5::boolean THEN least($3::bigint, head.last_seq - $4::bigint + 1) ELSE $3::bigint END AS first
    ) page
    LEFT JOIN messages m ON m.room_id = head.room_id AND m.seq >= page.first AND m.seq < page.first + $4::bigint
    WHERE me.room_id = $1 AND me.user_id = $2
    ORDER BY m.seq`,
};

/**
 * One page of a room's history, oldest first, read in one query.
 * @throws ParleyError `not_found` for who is not in the room.
 */
export async function pageHistory(
  dataSource: DataSource,
  userId: string,
  input: RpcInput<typeof messagesRpc.page>,
): Promise<RpcOutput<typeof messagesRpc.page>> {
  const { roomId, limit } = input;
  const { first, endsInRoom } = pageWindow(input);
  const rows = await namedQuery<PageRow>(dataSource, pageStatement, [roomId, userId, first, limit, endsInRoom]);
  const [page] = rows;
  if (!page) throw noSuchRoom();
  return {
    messages: rows.flatMap((row) => (row.id === null ? [] : [toMessage(row)])),
    // The window may lie outside the room on either side: then all of the room is on its other side.
    hasBefore: Math.min(page.first, page.lastSeq + 1) > 1,
    hasAfter: Math.max(page.first + limit - 1, 0) < page.lastSeq,
    lastSeq: page.lastSeq,
  };
}
