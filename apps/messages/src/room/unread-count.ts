import { limits } from '@parley/contracts';

/** A count that is exact up to 999; 1,000 stands for that many or more. */
const CEILING = limits.unreadExact + 1;

/**
 * SQL for a member's unread count: messages by others after the read cursor, deleted ones left out; `member` and `head` are the aliases
 * of a row of `members` and of its room.
 *
 * It does not count them. Places have no gaps, and nobody has messages of their own after their cursor, since sending moves it there;
 * so what follows the cursor is unread but for the deleted ones, which are few and have an index, and for what is not kept any more.
 */
export function unreadCount(member: string, head: string): string {
  return `least(${CEILING}, ${head}.last_seq - greatest(${member}.last_read_seq, ${head}.first_seq - 1) - (
    SELECT count(*) FROM messages deleted
    WHERE deleted.room_id = ${member}.room_id AND deleted.seq > ${member}.last_read_seq AND deleted.deleted_at IS NOT NULL
  ))::integer`;
}
