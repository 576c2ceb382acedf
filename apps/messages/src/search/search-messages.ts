import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { noSuchRoom } from '../message/refusals';
import { excerptOf } from './excerpt';
import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from './search-cursor';
import {
  searchedRoomsStatement,
  searchStatement,
  STRETCH_BITS,
  termsStatement,
  timesStatement,
} from './search-statements';

interface Found {
  readonly roomId: string;
  readonly seq: number;
  readonly senderId: string;
  readonly createdAt: Date;
  readonly text: string;
}

/** What a text is searched by. */
interface Terms {
  readonly terms: readonly string[];
  readonly runs: readonly string[];
}

/** A room of which the stretches up to `high` have not been searched yet. */
interface Remaining {
  readonly roomId: string;
  readonly high: number;
}

/** Each round searches more stretches of each room than the one before: most results are among the newest messages. */
const GROWTH = 6;

/**
 * Messages in which every word of `q` begins a word (or, where words are not divided by spaces, stands somewhere), in all rooms of the
 * member or the one named, newest first. Case and accents do not count. Deleted messages are not found.
 * @throws ParleyError `not_found` for a room that they are not in; `validation_failed` where `q` holds nothing to search by, or for a
 * cursor that is none.
 */
export async function searchMessages(
  dataSource: DataSource,
  userId: string,
  { q, roomId, cursor, limit }: RpcInput<typeof messagesRpc.search>,
): Promise<RpcOutput<typeof messagesRpc.search>> {
  const after = cursor === undefined ? undefined : decodeSearchCursor(cursor);
  const [asked] = await namedQuery<Terms>(dataSource, termsStatement, [q]);
  if (!asked || !isEnough(asked.terms)) throw nothingToSearch();
  const rooms = await namedQuery<{ roomId: string; lastSeq: number }>(dataSource, searchedRoomsStatement, [
    userId,
    roomId,
  ]);
  if (roomId !== undefined && rooms.length === 0) throw noSuchRoom();
  const remaining = rooms.map((room) => ({ roomId: room.roomId, high: stretchOf(room.lastSeq) }));
  const found = await findNewest(dataSource, { userId, asked, after, count: limit + 1 }, remaining);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ text, createdAt, ...hit }) => ({
      ...hit,
      createdAt: createdAt.toISOString(),
      ...excerptOf(text, asked.terms),
    })),
    nextCursor: last ? cursorAfter(last) : null,
  };
}

interface Search {
  readonly userId: string;
  readonly asked: Terms;
  readonly after: SearchCursor | undefined;
  readonly count: number;
}

/** Searches stretch after stretch, until enough is found that nothing in the older ones can be newer than. */
async function findNewest(db: DataSource, search: Search, rooms: readonly Remaining[]): Promise<Found[]> {
  const { userId, asked, after, count } = search;
  let remaining = rooms;
  let found: Found[] = [];
  for (let stretches = 1; remaining.length > 0; stretches *= GROWTH) {
    const lows = remaining.map(({ high }) => Math.max(0, high - stretches + 1));
    const rows = await namedQuery<Found>(db, searchStatement, [
      ...[userId, remaining.map((room) => room.roomId), lows, remaining.map(({ high }) => high)],
      ...[asked.terms, asked.runs, after?.createdAt, after?.roomId, after?.seq, count],
    ]);
    found = [...found, ...rows].sort(newestFirst).slice(0, count);
    remaining = remaining.flatMap(({ roomId }, place) => {
      const low = lows[place] ?? 0;
      return low === 0 ? [] : [{ roomId, high: low - 1 }];
    });
    const last = found.at(-1);
    if (found.length < count || !last || remaining.length === 0) continue;
    const newest = await newestOf(db, remaining);
    if (newest === null || newest < last.createdAt) break;
  }
  return found;
}

/** When the newest message was sent that has not been searched. */
async function newestOf(db: DataSource, remaining: readonly Remaining[]): Promise<Date | null> {
  const places = remaining.map(({ high }) => Number((BigInt(high + 1) << STRETCH_BITS) - 1n));
  const roomIds = remaining.map(({ roomId }) => roomId);
  const [row] = await namedQuery<{ newest: Date | null }>(db, timesStatement, [roomIds, places]);
  return row?.newest ?? null;
}

function newestFirst(one: Found, other: Found): number {
  const later = other.createdAt.getTime() - one.createdAt.getTime();
  if (later !== 0) return later;
  return one.roomId === other.roomId ? other.seq - one.seq : one.roomId < other.roomId ? 1 : -1;
}

const stretchOf = (seq: number): number => Number(BigInt(seq) >> STRETCH_BITS);

/** One Latin letter begins too many words to be worth an answer; one Han character is a word. */
function isEnough(terms: readonly string[]): boolean {
  return terms.some((term) => /\p{Script=Han}/u.test(term) || Array.from(term).length > 1);
}

function nothingToSearch(): ParleyError {
  const message = 'must have a word of two letters or more';
  return new ParleyError('validation_failed', `q: ${message}`, { errors: [{ path: 'q', message }] });
}

function cursorAfter({ createdAt, roomId, seq }: Found): string {
  return encodeSearchCursor({ createdAt: createdAt.toISOString(), roomId, seq });
}
