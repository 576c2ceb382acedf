/** What a word of the question is in one language without its ending. */
export interface Stem {
  readonly term: string;
  /** PostgreSQL's dictionary for that language. */
  readonly stemmer: string;
  readonly stem: string;
}

/** A word of the question, and what else is found by it. */
export interface SoughtWord {
  /** Words that begin with it are found. */
  readonly term: string;
  /** So are words that have one of these stems. */
  readonly stems: readonly Stem[];
  /** What all of those begin with, so that the index can be asked for them; none begins with another. */
  readonly begins: readonly string[];
}

/** A stem of fewer letters widens nothing, nor does one that has fewer of the word's own: too many words begin so. */
const LEAST = 3;

/**
 * A word with those stems of it by which more is found than by its own beginning: `learning` with `learn`, but not `learn` with itself.
 * @param stems of any words of the question
 */
export function soughtWord(term: string, stems: readonly Stem[]): SoughtWord {
  const own = stems
    .filter((stem) => stem.term === term)
    .map((stem) => ({ stem, wider: beginningsBy(stem.stem).filter((begin) => isWider(begin, term)) }))
    .filter(({ wider }) => wider.length > 0);
  const begins = [...new Set([term, ...own.flatMap(({ wider }) => wider)])];
  return {
    ...{ term, stems: own.map(({ stem }) => stem) },
    begins: begins.filter((begin) => !begins.some((other) => other !== begin && begin.startsWith(other))),
  };
}

/** What the words of a stem begin with. English writes `study` with the stem of `studies`, and `code` with that of `coding`. */
function beginningsBy(stem: string): string[] {
  if (stem.endsWith('i')) return [stem, `${stem.slice(0, -1)}y`];
  return stem.endsWith('e') ? [stem.slice(0, -1)] : [stem];
}

function isWider(begin: string, term: string): boolean {
  return !begin.startsWith(term) && commonBeginning([begin, term]).length >= LEAST;
}

/** What all of these begin with. */
export function commonBeginning([first = '', ...others]: readonly string[]): string {
  let common = first;
  for (const other of others) while (!other.startsWith(common)) common = common.slice(0, -1);
  return common;
}
