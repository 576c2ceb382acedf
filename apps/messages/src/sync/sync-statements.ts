import { limits } from '@parley/contracts';
import { type MessageRow, messageColumns } from '../message/message-row';
import { keptRevision } from '../retention/kept-revision';
import { unreadCount } from '../room/unread-count';

/** A room that the member is in. */
export interface Head {
  readonly roomId: string;
  readonly lastSeq: number;
  readonly revision: number;
  /** The latest change of a message that is kept. */
  readonly keptRevision: number;
  readonly lastReadSeq: number;
}

export type ChangeRow = MessageRow;

/** Where a member's cursor stands, and what is unread after it: of one moment. */
export interface UnreadRow {
  readonly roomId: string;
  readonly lastReadSeq: number;
  readonly unreadCount: number;
}

const heads = `
  SELECT head.room_id AS "roomId", head.last_seq AS "lastSeq", head.revision,
    ${keptRevision('head')} AS "keptRevision", me.last_read_seq AS "lastReadSeq"
  FROM members me JOIN rooms head USING (room_id)
  WHERE me.user_id = $1`;

/** All rooms of a member, the liveliest first. */
export const headsStatement = {
  name: 'sync_heads',
  text: `${heads} ORDER BY head.last_activity_at DESC, head.room_id DESC`,
};

/** Those of the named rooms that the member is in. */
export const namedHeadsStatement = { name: 'sync_named_heads', text: `${heads} AND me.room_id = ANY($2::uuid[])` };

/**
 * What changed in each room ($1) after a revision ($2), room after room and by revision. The sort by place has only rooms to sort; each
 * room's messages come from the index in order, and reading ends when the answer is full: by their number, and then by their text and reactions.
 */
export const changesStatement = {
  name: 'sync_changes',
  text: `
    SELECT ${messageColumns('answered')}
    FROM (
      SELECT counted.*, sum(coalesce(length(counted.text), 0) + coalesce(length(counted.reactions::text), 0))
        OVER (ORDER BY counted.place, counted.revision) AS text_so_far
      FROM (
        SELECT changed.*, asked.place
        FROM unnest($1::uuid[], $2::bigint[]) WITH ORDINALITY AS asked (room_id, since, place)
        CROSS JOIN LATERAL (
          SELECT * FROM messages m
          WHERE m.room_id = asked.room_id AND m.revision > asked.since
          ORDER BY m.revision LIMIT ${limits.syncMessagesPerRoom}
        ) changed
        ORDER BY asked.place, changed.revision
        LIMIT ${limits.syncMessagesTotal}
      ) counted
    ) answered
    WHERE answered.text_so_far <= ${limits.syncTextCodePoints}
    ORDER BY answered.place, answered.revision`,
};

export const unreadStatement = {
  name: 'sync_unread',
  text: `
    SELECT me.room_id AS "roomId", me.last_read_seq AS "lastReadSeq", ${unreadCount('me', 'head')} AS "unreadCount"
    FROM members me JOIN rooms head USING (room_id)
    WHERE me.user_id = $1 AND me.room_id = ANY($2::uuid[])`,
};
