import { fold, UNSPACED } from './excerpt';

/** How well a text has what was asked for, from the best: as it was typed; each word whole; each as the beginning of one; some only by its stem. */
export type Tier = 0 | 1 | 2 | 3;

const GAPS = /[^\p{L}\p{N}\p{M}]+/u;

/** Tells how well texts match what was asked for. What is written without spaces is whole wherever it stands. */
export function tiersFor(q: string): (text: string) => Tier {
  const asked = wordsOf(q);
  const phrase = asked.join(' ');
  const isUnspaced = UNSPACED.test(phrase);
  return (text) => {
    const words = wordsOf(text);
    const all = words.join(' ');
    if (isUnspaced ? all.includes(phrase) : ` ${all} `.includes(` ${phrase} `)) return 0;
    const whole = new Set(words);
    if (asked.every((word) => (UNSPACED.test(word) ? all.includes(word) : whole.has(word)))) return 1;
    return asked.every((word) =>
      words.some((other) => other.startsWith(word) || (UNSPACED.test(word) && all.includes(word))),
    )
      ? 2
      : 3;
  };
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(GAPS)
    .filter((word) => word !== '');
}
