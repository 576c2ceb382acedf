import { ParleyError } from '@parley/contracts';
import { namedQuery, type NamedStatement } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { firstOfStretches, indexQueries, mostStretches, statementsOf, type AskedPart } from './index-query';
import { mayBeRead, placesToRead, type Progress, type Remaining } from './reading-plan';
import type { SearchCursor } from './search-cursor';
import { commonBeginning, type SoughtWord } from './sought-word';
import { searchIndexStatement, searchPlacesStatement, timesStatement } from './search-statements';

export interface Found {
  readonly roomId: string;
  readonly seq: number;
  readonly senderId: string;
  readonly createdAt: Date;
  readonly text: string;
  /** Words of the text that have a stem that is sought and do not begin with what is, folded. */
  readonly inflected: readonly string[];
}

export interface Search {
  readonly userId: string;
  readonly words: readonly SoughtWord[];
  /** What stands somewhere as it is. */
  readonly runs: readonly string[];
  /** Only what comes after it. */
  readonly after: SearchCursor | undefined;
  /** How many are wanted. */
  readonly count: number;
  /** When nobody waits for it any more, in epoch milliseconds. */
  readonly deadline: number;
}

/** A room that is searched: its places from `first` to `high`. */
export interface SearchedRoom {
  readonly roomId: string;
  readonly partition: number;
  readonly first: number;
  readonly high: number;
  readonly lastActivityAt: Date;
  /** Whether times may fall where places rise: then no time tells that what comes before is older. */
  readonly timesFall: boolean;
}

/** How far is read before the index is asked. */
export interface Pace {
  /** Messages that are read first, of all rooms together. */
  readonly read: number;
  /** Times that messages are read at most. */
  readonly rounds: number;
}

/** So few that a rare word does not pay much for them, so many that they tell whether a word is rare. */
const PACE: Pace = { read: 512, rounds: 5 };
/** Each look into the index takes more stretches of each room than the one before. */
const GROWTH = 6;

/**
 * The newest of what is found in these rooms, newest first.
 *
 * A few of the newest messages of each room are read first. They tell how common the words are: of common ones the index would list thousands,
 * and so it is read on, only as far back as the page reaches. What is rarer is asked of the index, stretch after stretch.
 */
export async function findNewest(
  db: DataSource,
  search: Search,
  rooms: readonly SearchedRoom[],
  pace: Pace = PACE,
): Promise<Found[]> {
  const walk = new Walk(db, search, rooms);
  await walk.read(pace);
  await walk.askIndex();
  return walk.found;
}

class Walk {
  found: Found[] = [];
  private remaining: Remaining[];
  private readonly from: Date;
  private hits = 0;
  private places = 0;

  constructor(
    private readonly db: DataSource,
    private readonly search: Search,
    rooms: readonly SearchedRoom[],
  ) {
    this.remaining = left(rooms.map((room) => ({ ...room, read: 0 })));
    const latest = Math.max(...rooms.map(({ lastActivityAt }) => lastActivityAt.getTime()), 0);
    this.from = new Date(search.after?.createdAt ?? latest);
  }

  /** Reads the newest messages for as long as that costs less than the index. */
  async read({ read, rounds }: Pace): Promise<void> {
    const each = Math.max(1, Math.floor(read / Math.max(1, this.remaining.length)));
    let places: number[] | undefined = this.remaining.map(() => each);
    for (let round = 1; places !== undefined && this.remaining.length > 0; round++) {
      await this.readPlaces(places);
      if (!this.isFull && !mayBeRead(this.progress())) return;
      await this.leaveOlder();
      places = round < rounds ? placesToRead(this.progress()) : undefined;
    }
  }

  /** Looks into the index until enough is found or nothing is left. */
  async askIndex(): Promise<void> {
    const words = this.search.words.map(({ begins }) => begins);
    const keys = words.flat().length;
    for (let stretches = 1; this.remaining.length > 0; stretches = Math.min(mostStretches(keys), GROWTH * stretches)) {
      const parts = this.remaining.map(({ first, high, ...room }) => ({
        ...{ ...room, high, low: Math.max(first, firstOfStretches(high, stretches)) },
      }));
      for (const group of statementsOf(parts, keys)) {
        this.keep(await this.ask(searchIndexStatement, group, indexQueries(group, words)));
      }
      this.remaining = left(this.remaining.map((room, place) => passedTo(room, parts[place]?.low ?? 1)));
      if (this.isFull) await this.leaveOlder();
    }
  }

  private get isFull(): boolean {
    return this.found.length >= this.search.count;
  }

  /** What is older than this is not wanted; undefined while not enough is found. */
  private get bound(): Date | undefined {
    return this.isFull ? this.found.at(-1)?.createdAt : undefined;
  }

  private progress(): Progress {
    const { remaining, places: read, hits, from, search, found, bound } = this;
    return { remaining, read, hits, from, missing: search.count - found.length, bound };
  }

  /** @param places how many of each room that remains */
  private async readPlaces(places: readonly number[]): Promise<void> {
    const parts = this.remaining.flatMap(({ first, high, ...room }, place) => {
      const low = Math.max(first, high - (places[place] ?? 0) + 1);
      return low > high ? [] : [{ ...room, low, high }];
    });
    const rows = await this.ask(
      searchPlacesStatement,
      parts,
      this.search.words.map(({ begins }) => commonBeginning(begins)),
      parts.map(({ low }) => low),
      parts.map(({ high }) => high),
    );
    const lows = new Map(parts.map(({ roomId, low }) => [roomId, low]));
    this.remaining = left(
      this.remaining.map((room) => {
        const low = lows.get(room.roomId) ?? room.high + 1;
        return low > room.high ? room : { ...passedTo(room, low), read: room.read + room.high - low + 1 };
      }),
    );
    this.hits += rows.length;
    this.places += parts.reduce((sum, { low, high }) => sum + high - low + 1, 0);
    this.keep(rows);
  }

  /** @param more what only this statement takes */
  private ask(
    statement: NamedStatement,
    parts: readonly AskedPart[],
    asked: readonly (string | null)[],
    ...more: readonly (readonly number[])[]
  ): Promise<Found[]> {
    const { userId, words, runs, after, count, deadline } = this.search;
    // Of words that are found nowhere every stretch is asked, statement after statement: not for somebody who has gone.
    if (Date.now() > deadline) throw new ParleyError('unavailable', 'The search took too long.');
    const stems = words.flatMap((word) => word.stems);
    return namedQuery<Found>(this.db, statement, [
      ...[userId, parts.map(({ roomId }) => roomId), asked, runs, after?.createdAt, after?.roomId, after?.seq, count],
      stems.length === 0 ? [] : words.map(({ term }) => term),
      ...[stems.map(({ term }) => term), stems.map(({ stemmer }) => stemmer), stems.map(({ stem }) => stem)],
      ...more,
    ]);
  }

  /** The index answers whole stretches, and with them what was read already. */
  private keep(rows: readonly Found[]): void {
    const all = [...this.found, ...rows].sort(newestFirst);
    this.found = all
      .filter((one, place) => one.seq !== all[place - 1]?.seq || one.roomId !== all[place - 1]?.roomId)
      .slice(0, this.search.count);
  }

  /** Learns when the next message of each room was sent, and leaves those rooms that hold nothing new enough. */
  private async leaveOlder(): Promise<void> {
    const unknown = this.remaining.filter(({ time }) => time === undefined);
    const rows =
      unknown.length === 0
        ? []
        : await namedQuery<{ roomId: string; createdAt: Date }>(this.db, timesStatement, [
            unknown.map(({ roomId }) => roomId),
            unknown.map(({ high }) => high),
          ]);
    const times = new Map(rows.map(({ roomId, createdAt }) => [roomId, createdAt]));
    const { bound } = this;
    this.remaining = this.remaining.flatMap((room) => {
      const time = room.time ?? times.get(room.roomId);
      const isOlder = bound !== undefined && time !== undefined && time < bound && !room.timesFall;
      return isOlder ? [] : [{ ...room, time }];
    });
  }
}

/** The room with its places from this one on searched. */
function passedTo(room: Remaining, low: number): Remaining {
  return { ...room, high: low - 1, time: undefined };
}

/** Those of which something is left. */
function left(rooms: readonly Remaining[]): Remaining[] {
  return rooms.filter(({ first, high }) => high >= first);
}

export function newestFirst(one: Found, other: Found): number {
  const later = other.createdAt.getTime() - one.createdAt.getTime();
  if (later !== 0) return later;
  return one.roomId === other.roomId ? other.seq - one.seq : one.roomId < other.roomId ? 1 : -1;
}
