import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { noSuchRoom } from '../message/refusals';
import { readingShown } from './may-see';
import { unreadCount } from './unread-count';

const moveCursor = {
  name: 'move_read_cursor',
  text: `
    UPDATE members me SET last_read_seq = least($3::bigint, head.last_seq)
    FROM rooms head
    WHERE me.room_id = $1 AND me.user_id = $2 AND head.room_id = me.room_id
      AND me.last_read_seq < least($3::bigint, head.last_seq)
    RETURNING me.last_read_seq`,
};

const readCursor = {
  name: 'read_cursor',
  text: `
    SELECT me.last_read_seq AS "lastReadSeq", ${unreadCount('me', 'head')} AS "unreadCount",
      ${readingShown('me', 'head')} AS shown
    FROM members me JOIN rooms head USING (room_id)
    WHERE me.room_id = $1 AND me.user_id = $2`,
};

interface CursorRow {
  readonly lastReadSeq: number;
  readonly unreadCount: number;
  readonly shown: boolean;
}

/**
 * Moves the member's read cursor forward to `seq`, or to the room's end where that comes first; never back.
 * @throws ParleyError `not_found` for who is not in the room.
 */
export async function markRead(
  dataSource: DataSource,
  userId: string,
  { roomId, seq }: RpcInput<typeof messagesRpc.markRead>,
): Promise<RpcOutput<typeof messagesRpc.markRead>> {
  const moved = await namedQuery(dataSource, moveCursor, [roomId, userId, seq]);
  const [cursor] = await namedQuery<CursorRow>(dataSource, readCursor, [roomId, userId]);
  if (!cursor) throw noSuchRoom();
  return { ...cursor, moved: moved.length > 0 };
}
