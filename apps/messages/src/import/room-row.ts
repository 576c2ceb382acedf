import type { RoomHeadLine, RoomKind } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { EntityManager } from 'typeorm';
import { BadFile } from './bad-file';

/** A room that nobody else writes to until the transaction ends. */
export interface HeldRoom {
  readonly roomId: string;
  /** Whether it never had a message here: then it begins where the file begins. */
  readonly isEmpty: boolean;
  /** The place before the first that can come next. */
  readonly lastSeq: number;
  readonly revision: number;
}

/** What was added to a room. */
export interface Added {
  readonly count: number;
  /** The highest of theirs; 0 where nothing was added. */
  readonly lastRevision: number;
  /** Of the first one and of the last, which is no earlier. */
  readonly firstTime: string | null;
  readonly lastTime: string | null;
}

const hold = {
  name: 'import_hold_room',
  text: 'SELECT kind, last_seq AS "lastSeq", revision FROM rooms WHERE room_id = $1 FOR NO KEY UPDATE',
};

/**
 * Takes the room's lock, as sending does. Only the chatrooms service makes rooms, and says who is in them: a file is as old as it is, and must not let in who was put out since.
 * @throws BadFile where the room is not known here, or is another kind of room, or ends before the file begins
 */
export async function holdRoom(manager: EntityManager, { id, kind, firstSeq }: RoomHeadLine): Promise<HeldRoom> {
  const [room] = await namedQuery<{ kind: RoomKind; lastSeq: number; revision: number }>(manager, hold, [id]);
  if (room === undefined) throw new BadFile('Line', 1, 'the room is not known here');
  if (room.kind !== kind) throw new BadFile('Line', 1, `the room is a ${room.kind} here, and no ${kind}`);
  const isEmpty = room.lastSeq === 0;
  if (!isEmpty && firstSeq > room.lastSeq + 1)
    throw new BadFile('Line', 1, `the room ends at place ${room.lastSeq} here, and the file begins at ${firstSeq}`);
  return { roomId: id, isEmpty, lastSeq: isEmpty ? firstSeq - 1 : room.lastSeq, revision: room.revision };
}

const writeHead = {
  name: 'import_write_head',
  text: `
    UPDATE rooms SET first_seq = coalesce($2, first_seq), last_seq = $3, revision = $4,
      last_activity_at = coalesce($5, last_activity_at),
      dropped_at_revision = coalesce($6, dropped_at_revision), kept_revision = coalesce($7, kept_revision),
      times_fall = times_fall OR coalesce($9 < last_activity_at, false) OR coalesce($5 > clock_timestamp(), false),
      requested_by = CASE
        WHEN NOT EXISTS (SELECT FROM messages m WHERE m.room_id = $1 AND m.seq > $8 AND m.sender_id <> rooms.requested_by) THEN requested_by
      END
    WHERE room_id = $1`,
};

/** Whoever was there before a history has read what there is, as whoever comes to one. */
const readAll = {
  name: 'import_read_all',
  text: 'UPDATE members SET last_read_seq = greatest(last_read_seq, $2) WHERE room_id = $1',
};

/** As with sending: nobody has messages of their own after their cursor. */
const moveCursors = {
  name: 'import_move_cursors',
  text: `
    UPDATE members SET last_read_seq = greatest(members.last_read_seq, own.seq)
    FROM (SELECT sender_id, max(seq) AS seq FROM messages WHERE room_id = $1 AND seq > $2 GROUP BY sender_id) own
    WHERE members.room_id = $1 AND members.user_id = own.sender_id`,
};

/** Writes what follows from the messages that were added: where the room begins and ends, and how far its members have read. */
export async function finishRoom(
  manager: EntityManager,
  held: HeldRoom,
  { firstSeq, lastSeq, revision: filed }: RoomHeadLine,
  added: Added,
): Promise<void> {
  const { roomId, isEmpty } = held;
  // The room's last change may have been of a message that is not kept.
  const revision = Math.max(isEmpty ? filed : held.revision, added.lastRevision);
  const isOfDropped = isEmpty && revision > added.lastRevision;
  await namedQuery(manager, writeHead, [
    ...[roomId, isEmpty ? firstSeq : null, lastSeq, revision, added.lastTime],
    ...(isOfDropped ? [revision, added.lastRevision] : [null, null]),
    held.lastSeq,
    // Behind newer messages, or before what is sent from now on: search has to know.
    isEmpty ? null : added.firstTime,
  ]);
  if (isEmpty) await namedQuery(manager, readAll, [roomId, lastSeq]);
  else await namedQuery(manager, moveCursors, [roomId, held.lastSeq]);
}
