import { firstOfStretches } from './index-query';

/** A room of which the places from `first` to `high` have not been searched yet. */
export interface Remaining {
  readonly roomId: string;
  /** Number of the history's partition that holds the room. */
  readonly partition: number;
  readonly first: number;
  readonly high: number;
  /** Whether times may fall where places rise. */
  readonly timesFall: boolean;
  /** How many of its places were read so far. */
  readonly read: number;
  /** When the message at `high` was sent; undefined while that is not known. */
  readonly time?: Date | undefined;
}

/** What is known of a search after some of the newest messages were read. */
export interface Progress {
  readonly remaining: readonly Remaining[];
  /** How many messages were read, and how many of them have the words. */
  readonly read: number;
  readonly hits: number;
  /** How many of those wanted are still missing. */
  readonly missing: number;
  /** The latest time that anything found could have. */
  readonly from: Date;
  /** When the oldest of those found was sent, once none is missing. */
  readonly bound: Date | undefined;
}

/** To read a message costs so many times what the index costs for one that has the words. */
const READING = 2;
/** More is read than seems to be needed: what is short costs another round. */
const MARGIN = 1.25;
/** Of a room at most so many times as many places are read as before: people write in bursts, and what was read says little then. */
const BURST = 16;

/** Whether reading on may cost less than the index, which lists all that have the words in the newest stretch of each room. */
export function mayBeRead(progress: Progress): boolean {
  if (progress.hits === 0) return false;
  return isCheaper(progress, (progress.missing * progress.read) / progress.hits);
}

/**
 * How many more places of each room to read; undefined where the index costs less. A room is read as far back as what is wanted seems to reach, by
 * how fast it was written in so far: from a busy one much, from a quiet one little or nothing.
 */
export function placesToRead(progress: Progress): number[] | undefined {
  const { remaining, read, hits, missing, bound } = progress;
  const from = progress.from.getTime();
  const rates: number[] = [];
  for (const { time, read: places } of remaining) {
    if (time === undefined) return undefined;
    rates.push(places / Math.max(1, from - time.getTime()));
  }
  const wanted = sum(remaining.map((room) => room.read)) + (MARGIN * missing * read) / hits;
  const span = bound === undefined ? wanted / sum(rates) : MARGIN * (from - bound.getTime());
  const places = remaining.map((room, place) => {
    const more = Math.ceil((rates[place] ?? 0) * span) - room.read;
    // Where only rooms are left that may hold something newer, each of them has to be read on.
    const least = bound === undefined ? 0 : room.read;
    return Math.min(room.high - room.first + 1, Math.max(least, Math.min(more, BURST * room.read)));
  });
  const most = sum(places);
  return most > 0 && isCheaper(progress, most) ? places : undefined;
}

function isCheaper({ remaining, read, hits }: Progress, places: number): boolean {
  const inIndex = sum(remaining.map(({ first, high }) => high - Math.max(first, firstOfStretches(high, 1)) + 1));
  return READING * places < (hits / read) * inIndex;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
