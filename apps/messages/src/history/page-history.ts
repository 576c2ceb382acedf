import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { type MessageRow, messageColumns, toMessage } from '../message/message-row';
import { noSuchRoom } from '../message/refusals';
import { pageWindow } from './page-window';

type PageRow = { firstSeq: number; lastSeq: number; first: number } & (MessageRow | { id: null });

/** Membership, where the room begins and ends, and the page in one reading: a range of the primary key, whatever the room's length. */
export const pageStatement = {
  name: 'page_history',
  text: `
    SELECT head.first_seq AS "firstSeq", head.last_seq AS "lastSeq", page.first, ${messageColumns('m')}
    FROM members me
    JOIN rooms head USING (room_id)
    CROSS JOIN LATERAL (
      SELECT CASE WHEN $5::boolean THEN least(begun.first, head.last_seq - $4::bigint + 1) ELSE begun.first END AS first
      FROM (SELECT CASE WHEN $6::boolean THEN greatest($3::bigint, head.first_seq) ELSE $3::bigint END AS first) begun
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
  const { first, endsInRoom, beginsInRoom } = pageWindow(input);
  const rows = await namedQuery<PageRow>(dataSource, pageStatement, [
    ...[roomId, userId, first, limit],
    ...[endsInRoom, beginsInRoom],
  ]);
  const [page] = rows;
  if (!page) throw noSuchRoom();
  return {
    messages: rows.flatMap((row) => (row.id === null ? [] : [toMessage(row)])),
    // The window may lie outside what is kept on either side: then all of it is on its other side.
    hasBefore: Math.min(page.first, page.lastSeq + 1) > page.firstSeq,
    hasAfter: Math.max(page.first + limit - 1, page.firstSeq - 1) < page.lastSeq,
    lastSeq: page.lastSeq,
  };
}
