/** At most two graphemes that stand for a name: the first of its first and of its last word. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–—_.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = name.trim(), last] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return [first, last]
    .filter((word) => word !== undefined)
    .map(firstGrapheme)
    .join('')
    .toLocaleUpperCase();
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstGrapheme(word: string): string {
  // A mark in brackets or quotes is no initial: "(Bob)" is a B.
  const start = word.search(/[\p{L}\p{N}]/u);
  const [first] = segmenter.segment(start > 0 ? word.slice(start) : word);
  return first?.segment ?? '';
}

/** A whole number of 0 to `count` - 1 that is always the same for the same text, spread evenly. */
export function steadyNumber(text: string, count: number): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return (hash >>> 0) % count;
}
