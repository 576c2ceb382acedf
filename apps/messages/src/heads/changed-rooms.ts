import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { decodeChangedCursor, encodeChangedCursor } from './changed-cursor';

type Output = RpcOutput<typeof messagesRpc.changedRooms>;

/** The snapshot, and with it a room; one row without a room where none has changed. */
interface ChangedRow {
  /** The oldest transaction that this look could not see the end of. */
  readonly oldestRunning: number;
  /** The first transaction that had not begun. */
  readonly next: number;
  readonly roomId: string | null;
  readonly revision: number;
  readonly changedIn: number;
  readonly membersChangedIn: number;
}

const ROOMS = 2_000;
/** Before all rooms. */
const NO_ROOM = '00000000-0000-0000-0000-000000000000';

/** $1 the first transaction of interest, $2 the last room of it that is known, $3 rooms at most. One statement: the rooms are as that very snapshot has them. */
export const changedRoomsStatement = {
  name: 'changed_rooms',
  text: `
    SELECT pg_snapshot_xmin(seen)::text::bigint AS "oldestRunning", pg_snapshot_xmax(seen)::text::bigint AS next,
      changed.room_id AS "roomId", changed.revision, changed.changed_in AS "changedIn",
      changed.members_changed_in AS "membersChangedIn"
    FROM pg_current_snapshot() AS seen LEFT JOIN changed_rooms($1, $2, $3) AS changed ON true
    ORDER BY changed.changed_in, changed.room_id`,
};

/**
 * The rooms that changed since the look that the cursor comes from. A transaction that was running during a look is found by a later one: each
 * walk begins at the oldest that ran when the walk before it began.
 */
export async function changedRooms(
  dataSource: DataSource,
  { cursor }: RpcInput<typeof messagesRpc.changedRooms>,
): Promise<Output> {
  const known = cursor === undefined ? undefined : decodeChangedCursor(cursor);
  const from = known?.page ?? { changedIn: known?.since ?? Number.MAX_SAFE_INTEGER, roomId: NO_ROOM };
  const rows = await namedQuery<ChangedRow>(dataSource, changedRoomsStatement, [from.changedIn, from.roomId, ROOMS]);
  const [snapshot] = rows;
  if (snapshot === undefined) throw new Error('PostgreSQL answered no snapshot.');
  // A number that is still to come is of another history: the database was restored from a backup.
  if (known === undefined || known.since > snapshot.next) {
    const begin = encodeChangedCursor({ since: snapshot.oldestRunning, page: null });
    return { rooms: [], cursor: begin, hasMore: false, isKnown: false };
  }
  const { since } = known;
  const nextSince = known.page?.nextSince ?? snapshot.oldestRunning;
  const last = rows.length === ROOMS ? rows.at(-1) : undefined;
  return {
    rooms: rows.flatMap(({ roomId, revision, membersChangedIn }) =>
      roomId === null ? [] : [{ roomId, revision, membersChanged: membersChangedIn >= since }],
    ),
    cursor: last?.roomId
      ? encodeChangedCursor({ since, page: { nextSince, changedIn: last.changedIn, roomId: last.roomId } })
      : encodeChangedCursor({ since: nextSince, page: null }),
    hasMore: last !== undefined,
    isKnown: true,
  };
}
