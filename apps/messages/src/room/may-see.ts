/**
 * SQL that is true where the others of a room may see what a member does in it; `member` and `head` are the aliases of a row of `members`
 * and of its room. A switch that is off hides it; and whoever asked for a first contact learns nothing before the other has answered.
 */
function shown(member: string, head: string, column: string): string {
  return `((${head}.requested_by IS NULL OR ${head}.requested_by = ${member}.user_id) AND NOT EXISTS (
    SELECT FROM privacy WHERE privacy.user_id = ${member}.user_id AND NOT privacy.${column}
  ))`;
}

/** Whether others may see how far a member has read. */
export const readingShown = (member: string, head: string): string => shown(member, head, 'send_read_receipts');

/** Whether others may see that a member is typing. */
export const typingShown = (member: string, head: string): string => shown(member, head, 'send_typing');
