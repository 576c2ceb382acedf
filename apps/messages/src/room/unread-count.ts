import { limits } from '@parley/contracts';

/** A count that is exact up to 999; 1,000 stands for that many or more. */
const CEILING = limits.unreadExact + 1;

/** The newest places, of which no more than half are deleted nearly always: where there are so many unread, these alone tell that it is the ceiling. */
const WINDOW = 2 * CEILING;

/**
 * SQL for a member's unread count: messages by others after the read cursor, deleted ones left out; `member` and `head` are the aliases
 * of a row of `members` and of its room.
 *
 * It does not count them. Places have no gaps, and nobody has messages of their own after their cursor, since sending moves it there;
 * so what follows the cursor is unread but for the deleted ones, which are few and have an index, and for what is not kept any more.
 * Whoever was away for long has their deleted ones counted among the newest places alone, unless more than half of these were deleted.
 */
export function unreadCount(member: string, head: string): string {
  const behind = `(${head}.last_seq - greatest(${member}.last_read_seq, ${head}.first_seq - 1))`;
  const deletedAfter = (alias: string, seq: string): string => `(
    SELECT count(*) FROM messages ${alias}
    WHERE ${alias}.room_id = ${member}.room_id AND ${alias}.deleted_at IS NOT NULL AND ${alias}.seq > ${seq}
  )`;
  const newest = `${head}.last_seq - ${WINDOW}`;
  const from = `CASE
      WHEN ${behind} > ${WINDOW} AND ${deletedAfter('late', newest)} <= ${WINDOW - CEILING} THEN ${newest}
      ELSE ${member}.last_read_seq
    END`;
  return `least(${CEILING}, ${behind} - ${deletedAfter('deleted', from)})::integer`;
}
