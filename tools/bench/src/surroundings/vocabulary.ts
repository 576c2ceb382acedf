/** What is said most, first; so are the words of every language. */
const FREQUENT =
  'the to and you a of in is it that for on with this we are not be have can what so but do was if my at how or will your more one about then all there just me like from as when they an know learn teach lesson practice tomorrow question word verb grammar exercise thanks hello speak write read code function type error try again maybe today week homework coffee';
const ONSETS = [
  'b',
  'br',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou', 'io'];
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'nd', 'st'];
const ACCENTED = ['á', 'é', 'í', 'ó', 'ü', 'ñ'];
/** One invented word in so many has an accent: about a quarter of all messages then has one. */
const ACCENTED_EVERY = 33;

export interface Vocabulary {
  /** The most frequent first. */
  readonly words: readonly string[];
  /** A word as people choose them: the nth is said an nth as often as the first (Zipf's law). */
  readonly pick: () => string;
}

/** Words of which none is like another, the same ones each time. */
export function vocabulary(size: number, random: () => number): Vocabulary {
  const words = new Set(FREQUENT.split(' '));
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  while (words.size < size) {
    const syllables = Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => one(ONSETS) + one(NUCLEI) + one(CODAS),
    );
    const accent = words.size % ACCENTED_EVERY === 0 ? one(ACCENTED) : '';
    words.add(syllables.join('') + accent);
  }
  const list = [...words];
  const weights = list.map((_, rank) => 1 / (rank + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const shares = Float64Array.from(weights, (weight) => (sum += weight / total));
  return {
    words: list,
    pick: () => {
      const share = random();
      let [low, high] = [0, shares.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((shares[middle] ?? 1) < share) low = middle + 1;
        else high = middle;
      }
      return list[low] ?? '';
    },
  };
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
export function sameRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
