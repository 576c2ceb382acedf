import type { Translation } from '@jsverse/transloco';

/** Right-to-left override, and its end. */
const [RLO, PDF] = ['\u202e', '\u202c'];

/** Words as a language that is written from right to left would have them: each run of letters turned round, what is put in left as it is. */
export function mirrored(words: Translation): Translation {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string'
        ? value.replaceAll(/\{\{.*?\}\}|\p{L}+/gu, (part) => (part.startsWith('{{') ? part : `${RLO}${part}${PDF}`))
        : mirrored(value as Translation),
    ]),
  );
}
