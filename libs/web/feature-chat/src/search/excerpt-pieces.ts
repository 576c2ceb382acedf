import { placesToRead } from '../overview/preview-text';

/** A part of an excerpt, and whether it is what was looked for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * An excerpt in pieces, what was found apart from the rest, without marks of Markdown but those in which something was found.
 * @param matches `[start, length]` in UTF-16 units, in order, apart from each other
 */
export function excerptPieces(
  excerpt: string,
  matches: readonly (readonly [start: number, length: number])[],
): ExcerptPiece[] {
  const found = new Set(matches.flatMap(([start, length]) => Array.from({ length }, (_, index) => start + index)));
  const starts = new Set(matches.map(([start]) => start));
  const pieces: ExcerptPiece[] = [];
  for (const place of placesToRead(excerpt, found)) {
    const [isMatch, last] = [found.has(place), pieces.at(-1)];
    const character = excerpt[place] ?? '';
    if (!last || last.isMatch !== isMatch || starts.has(place)) pieces.push({ text: character, isMatch });
    else pieces[pieces.length - 1] = { text: last.text + character, isMatch };
  }
  return pieces;
}
