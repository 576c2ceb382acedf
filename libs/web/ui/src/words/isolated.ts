/** Which way a page is written. */
export type Direction = 'ltr' | 'rtl';

/** What runs from right to left: Hebrew, Arabic and their kin, their forms for print, and the signs that turn the direction of writing. */
const FROM_THE_RIGHT =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text of somebody's, such as a name, for a sentence of ours: where it could turn round what stands beside it, it stands isolated (U+2068 … U+2069). */
export function isolated(text: string, page: Direction): string {
  return page === 'rtl' || FROM_THE_RIGHT.test(text) ? `\u2068${text}\u2069` : text;
}
