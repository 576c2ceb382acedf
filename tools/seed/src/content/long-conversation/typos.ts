import type { Chooser } from './chooser';
import type { Line } from './line';

/**
 * What happens on a telephone: two letters of a word change places, and mostly the word follows once more with a star.
 * Leaves code, links, emphasis and single words alone; the answer is the line itself where no word is fit for it.
 */
export function withTypo(line: Line, choose: Chooser): readonly Line[] {
  const plainWords = /^\S*$|[`*/_~>|]/.test(line.text)
    ? []
    : [...line.text.matchAll(/(?<!\p{L})\p{Ll}{5,12}(?!\p{L})/gu)];
  if (plainWords.length === 0) return [line];
  const match = choose.oneOf(plainWords);
  const [word] = match;
  const at = match.index + choose.between(1, word.length - 3);
  const swapped = `${line.text.slice(0, at)}${line.text[at + 1] ?? ''}${line.text[at] ?? ''}${line.text.slice(at + 2)}`;
  if (swapped === line.text) return [line];
  return [{ ...line, text: swapped }, ...(choose.chance(0.6) ? [{ ...line, text: `*${word}` }] : [])];
}
