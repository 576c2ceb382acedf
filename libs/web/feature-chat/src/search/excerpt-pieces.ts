/** A part of an excerpt, and whether it is what was looked for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** An excerpt in pieces, what was found apart from the rest. @param matches `[start, length]` in UTF-16 units, in order, apart from each other */
export function excerptPieces(
  excerpt: string,
  matches: readonly (readonly [start: number, length: number])[],
): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  const push = (text: string, isMatch: boolean): void => {
    if (text !== '') pieces.push({ text, isMatch });
  };
  let at = 0;
  for (const [start, length] of matches) {
    push(excerpt.slice(at, start), false);
    push(excerpt.slice(start, start + length), true);
    at = start + length;
  }
  push(excerpt.slice(at), false);
  return pieces;
}
