/** Part of a text in which something was found, and where in that part: `[start, length]` in UTF-16 units, in order, apart from each other. */
export interface Excerpt {
  readonly excerpt: string;
  readonly matches: [number, number][];
}

/** About so many UTF-16 units are shown, and so many of them before the first match. */
const LENGTH = 180;
const LEAD = 50;

/** Letters of scripts that put no spaces between words. */
export const UNSPACED = /[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** A word, or one letter of what is written without spaces; marks belong to what they stand on. */
const UNIT = /[\p{L}\p{N}]\p{M}*/gu;

/** As the index folds texts: case, accents and width do not count. */
export function fold(text: string): string {
  // Nearly all letters of most texts, and a page of results has thousands of them.
  if (text.length === 1 && text < '\u0080') return text.toLowerCase();
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replace(/[øłđı]/g, (letter) => ({ ø: 'o', ł: 'l', đ: 'd', ı: 'i' })[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** The part of the text around the first of what was found, with all that was found in it. @param terms as the index has them, folded */
export function excerptOf(text: string, terms: readonly string[]): Excerpt {
  const all = findAll(text, terms);
  const from = boundaryBefore(text, Math.max(0, (all[0]?.[0] ?? 0) - LEAD));
  const to = boundaryBefore(text, Math.min(text.length, from + LENGTH));
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  return {
    excerpt: `${before}${text.slice(from, to)}${after}`,
    matches: all
      .filter(([start, length]) => start >= from && start + length <= to)
      .map(([start, length]) => [start - from + before.length, length]),
  };
}

interface Unit {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Whether a term may begin here. */
  readonly begins: boolean;
}

/** Where terms stand at the beginning of words, or anywhere in what has no spaces. What overlaps or touches is one match. */
function findAll(text: string, terms: readonly string[]): [number, number][] {
  const units = unitsOf(text);
  const found: [number, number][] = [];
  for (const [place, unit] of units.entries()) {
    if (!unit.begins) continue;
    const end = Math.max(...terms.map((term) => endOfTerm(units, place, term)));
    if (end <= unit.start) continue;
    const last = found.at(-1);
    if (last && unit.start <= last[0] + last[1]) last[1] = Math.max(last[1], end - last[0]);
    else found.push([unit.start, end - unit.start]);
  }
  return found;
}

function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  for (const { 0: letter, index } of text.matchAll(UNIT)) {
    const previous = units.at(-1);
    const isUnspaced = letter >= '\u0080' && UNSPACED.test(letter);
    const isNext = previous?.end === index;
    const begins =
      isUnspaced || !isNext || (previous !== undefined && UNSPACED.test(text.slice(previous.start, index)));
    units.push({ start: index, end: index + letter.length, folded: fold(letter), begins });
  }
  return units;
}

/** Where a term that begins at this unit ends in the text; -1 where it does not begin there. */
function endOfTerm(units: readonly Unit[], place: number, term: string): number {
  let left = term;
  for (let at = place; left !== ''; at++) {
    const unit = units[at];
    if (!unit || (at > place && units[at - 1]?.end !== unit.start)) return -1;
    if (unit.folded.startsWith(left)) return unit.end;
    if (unit.folded === '' || !left.startsWith(unit.folded)) return -1;
    left = left.slice(unit.folded.length);
    if (left === '') return unit.end;
  }
  return -1;
}

/** The nearest place at or before this one that is not inside a character of two units. */
function boundaryBefore(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
