/** Places in one stretch: words are kept by stretches of a room, so that the newest can be read first. As the index has it. */
export const STRETCH = 8_192;
/** The history's partitions: `messages_p0` and so on, by hash of the room, as the first migration made them. */
export const PARTITIONS = 16;
/** Words that one statement asks for, over all of its rooms and stretches: what PostgreSQL does with them before it begins grows with their square. */
const KEYS = 1_024;
const KEYS_OF_A_ROOM = 256;

/** Part of a room that the index is asked about, both places included. */
export interface AskedPart {
  readonly roomId: string;
  /** Number of the history's partition that holds the room. */
  readonly partition: number;
  readonly low: number;
  readonly high: number;
}

/**
 * For each partition, what its rooms are asked for, as a `tsquery`: that in one of these stretches there are words that begin as is asked. Null where none
 * of the rooms is in it. One question for all rooms of a partition costs a fraction of one for each.
 * @param words for each word what it may begin with: letters and digits, which need no escape
 */
export function indexQueries(parts: readonly AskedPart[], words: readonly (readonly string[])[]): (string | null)[] {
  const queries = Array.from({ length: PARTITIONS }, (): string[] => []);
  for (const { roomId, partition, low, high } of parts) {
    for (let stretch = stretchOf(low); stretch <= stretchOf(high); stretch++) {
      const scope = `${roomId.slice(-12)}${stretch}:`;
      const each = words.map((begins) => begins.map((begin) => `'${scope}${begin}':*`).join(' | '));
      queries[partition]?.push(each.map((word) => `(${word})`).join(' & '));
    }
  }
  return queries.map((alternatives) => (alternatives.length === 0 ? null : anyOf(alternatives)));
}

/** Halves in halves: a chain of a thousand would be as deep. */
function anyOf(alternatives: readonly string[]): string {
  if (alternatives.length === 1) return `(${alternatives[0] ?? ''})`;
  const middle = alternatives.length >> 1;
  return `(${anyOf(alternatives.slice(0, middle))} | ${anyOf(alternatives.slice(middle))})`;
}

/** The parts in groups that are not too much for one statement. @param keys words that a stretch is asked for */
export function* statementsOf(parts: readonly AskedPart[], keys: number): Generator<readonly AskedPart[]> {
  let group: AskedPart[] = [];
  let sum = 0;
  for (const part of parts) {
    const more = keys * (stretchOf(part.high) - stretchOf(part.low) + 1);
    if (group.length > 0 && sum + more > KEYS) {
      yield group;
      [group, sum] = [[], 0];
    }
    group.push(part);
    sum += more;
  }
  if (group.length > 0) yield group;
}

/** So many stretches of a room are asked about at once, at most. @param keys words that a stretch is asked for */
export function mostStretches(keys: number): number {
  return Math.max(1, Math.floor(KEYS_OF_A_ROOM / keys));
}

/** The first place of so many stretches that end with the one of this place. */
export function firstOfStretches(place: number, stretches: number): number {
  return Math.max(1, (stretchOf(place) - stretches + 1) * STRETCH);
}

function stretchOf(place: number): number {
  return Math.floor(place / STRETCH);
}
