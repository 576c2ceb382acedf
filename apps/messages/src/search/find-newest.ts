import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import type { SearchCursor } from './search-cursor';
import { searchIndexStatement, searchPlacesStatement, STRETCH, timesStatement } from './search-statements';

export interface Found {
  readonly roomId: string;
  readonly seq: number;
  readonly senderId: string;
  readonly createdAt: Date;
  readonly text: string;
}

export interface Search {
  readonly userId: string;
  /** What words begin with. */
  readonly terms: readonly string[];
  /** What stands somewhere as it is. */
  readonly runs: readonly string[];
  /** Only what comes after it. */
  readonly after: SearchCursor | undefined;
  /** How many are wanted. */
  readonly count: number;
}

/** A room of which the places up to `high` have not been searched yet. */
export interface Remaining {
  readonly roomId: string;
  readonly high: number;
}

/** How far is read before the index is asked. */
export interface Pace {
  /** Messages that are read first, of all rooms together. */
  readonly read: number;
  /** Times that messages are read at most. */
  readonly rounds: number;
}

const PACE: Pace = { read: 1_024, rounds: 3 };
/** So many times as many are read once the first have shown that it is worth it: one in so many of what is wanted was among them. */
const MORE = 4;
const WORTH = 8;
/** Each look into the index takes more stretches of each room than the one before. */
const GROWTH = 6;

/**
 * The newest of what is found in these rooms, newest first.
 *
 * The newest messages of all rooms are read first: of a common word they hold enough, whereas the index would list all that there are. Where
 * they do, only rooms whose next message is newer than the oldest of what was found have to be read on. Where they do not, the word is
 * rare enough for the index, stretch after stretch.
 */
export async function findNewest(
  db: DataSource,
  search: Search,
  rooms: readonly Remaining[],
  pace: Pace = PACE,
): Promise<Found[]> {
  let remaining = rooms.filter(({ high }) => high > 0);
  let found: Found[] = [];
  let stretches = 1;
  for (let round = 0; remaining.length > 0; round++) {
    const isRead = round === 0 || (round < pace.rounds && found.length >= search.count / WORTH);
    const read = round === 0 ? pace.read : MORE * pace.read;
    const places = isRead ? Math.max(1, Math.floor(read / remaining.length)) : undefined;
    const lows = remaining.map(({ high }) =>
      places === undefined ? firstOfStretches(high, stretches) : Math.max(1, high - places + 1),
    );
    const statement = isRead ? searchPlacesStatement : searchIndexStatement;
    const rows = await namedQuery<Found>(db, statement, [
      ...[search.userId, remaining.map(({ roomId }) => roomId), lows, remaining.map(({ high }) => high)],
      ...[search.terms, search.runs, search.after?.createdAt, search.after?.roomId, search.after?.seq, search.count],
    ]);
    if (!isRead) stretches *= GROWTH;
    found = [...found, ...rows].sort(newestFirst).slice(0, search.count);
    remaining = remaining.flatMap(({ roomId }, place) => {
      const high = (lows[place] ?? 1) - 1;
      return high > 0 ? [{ roomId, high }] : [];
    });
    const last = found.at(-1);
    if (last && found.length >= search.count) remaining = await notOlder(db, remaining, last.createdAt);
  }
  return found;
}

/** Those of the rooms that may hold something as new as this. */
async function notOlder(db: DataSource, rooms: readonly Remaining[], time: Date): Promise<Remaining[]> {
  if (rooms.length === 0) return [];
  const asked = [rooms.map(({ roomId }) => roomId), rooms.map(({ high }) => high)];
  const times = await namedQuery<{ roomId: string; createdAt: Date }>(db, timesStatement, asked);
  const older = new Set(times.filter(({ createdAt }) => createdAt < time).map(({ roomId }) => roomId));
  return rooms.filter(({ roomId }) => !older.has(roomId));
}

/** The first place of so many stretches that end with the one of this place. */
function firstOfStretches(place: number, stretches: number): number {
  return Math.max(1, (Math.floor(place / STRETCH) - stretches + 1) * STRETCH);
}

function newestFirst(one: Found, other: Found): number {
  const later = other.createdAt.getTime() - one.createdAt.getTime();
  if (later !== 0) return later;
  return one.roomId === other.roomId ? other.seq - one.seq : one.roomId < other.roomId ? 1 : -1;
}
