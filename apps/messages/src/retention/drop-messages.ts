import { isConnectionLoss, namedQuery } from '@parley/server-database';
import type { Logger } from '@parley/server-runtime';
import type { EntityManager } from 'typeorm';

/** Before all rooms. */
const NO_ROOM = '00000000-0000-0000-0000-000000000000';

/** Rooms that are looked at by one statement, and messages that are dropped by one: for so long nobody else writes to their room. */
const ROOMS = 500;
const MESSAGES = 500;

/** $1 the last room that was looked at, $2 days for rooms that have none of their own. A room's first message tells whether anything in it is due. */
const lookThrough = {
  name: 'drop_look_through',
  text: `
    SELECT head.room_id AS "roomId", coalesce(head.keep_days, $2::integer) AS days, (
      SELECT m.created_at < now() - make_interval(days => coalesce(head.keep_days, $2::integer)) FROM messages m
      WHERE m.room_id = head.room_id AND m.seq = head.first_seq
    ) AS "isDue"
    FROM rooms head WHERE head.room_id > $1 ORDER BY head.room_id LIMIT ${ROOMS}`,
};

/** The same where all others are kept for good: by an index that has rooms with days of their own alone. */
export const lookThroughOwn = {
  name: 'drop_look_through_own',
  text: `
    SELECT head.room_id AS "roomId", head.keep_days AS days, (
      SELECT m.created_at < now() - make_interval(days => head.keep_days) FROM messages m
      WHERE m.room_id = head.room_id AND m.seq = head.first_seq
    ) AS "isDue"
    FROM rooms head WHERE head.keep_days IS NOT NULL AND head.room_id > $1 ORDER BY head.room_id LIMIT ${ROOMS}`,
};

const drop = {
  name: 'drop_history',
  text: 'SELECT drop_history($1, now() - make_interval(days => $2::integer), $3::integer) AS dropped',
};

interface Looked {
  readonly roomId: string;
  /** How long its messages are kept. */
  readonly days: number;
  /** Null where the room has no message. */
  readonly isDue: boolean | null;
}

/**
 * Drops the messages that are older than so many days, or than their room's own, room after room from its first message on, until none is left or the signal
 * says stop. A room that cannot be dropped of now, such as one that is held for long, waits for the next run; the others do not wait for it.
 * @param days null where rooms without days of their own are kept for good
 */
export async function dropMessages(
  manager: EntityManager,
  days: number | null,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  for (let after: string | undefined = NO_ROOM; after !== undefined && !signal.aborted;) {
    const rooms: Looked[] = await look(manager, after, days);
    for (const { roomId, days: own, isDue } of rooms) {
      if (isDue !== true) continue;
      try {
        for (let dropped = MESSAGES; dropped === MESSAGES && !signal.aborted;) {
          dropped = await dropFirst(manager, roomId, own, MESSAGES);
        }
      } catch (error) {
        if (isConnectionLoss(error)) throw error;
        log.warn({ err: error, roomId }, 'what is old in a room could not be dropped');
      }
    }
    after = rooms.length === ROOMS ? rooms.at(-1)?.roomId : undefined;
  }
}

function look(manager: EntityManager, after: string, days: number | null): Promise<Looked[]> {
  if (days === null) return namedQuery<Looked>(manager, lookThroughOwn, [after]);
  return namedQuery<Looked>(manager, lookThrough, [after, days]);
}

/** Drops the first messages of a room that are older than so many days, `most` at most. @returns how many; `most` too where what they had said was so much that they wait for the next call */
export async function dropFirst(manager: EntityManager, roomId: string, days: number, most: number): Promise<number> {
  const [row] = await namedQuery<{ dropped: number }>(manager, drop, [roomId, days, most]);
  return row?.dropped ?? 0;
}
