import type { Translation } from '@jsverse/transloco';
import type en from './en.json';
import type { Direction } from './isolated';
import { mirrored } from './mirrored';

/** Every word of the interface. A language that lacks one does not compile. */
type Words = typeof en;

interface Language {
  /** As its speakers write it. */
  readonly name: string;
  readonly load: () => Promise<Translation>;
  /** Not offered to anybody: it is for looking at the layout. */
  readonly isPseudo?: true;
}

/** The languages that Parley speaks, by their tags. `ar-XB` is the pseudo locale of CLDR for scripts that run from right to left. */
const languages: Readonly<Record<string, Language>> = {
  en: { name: 'English', load: () => wordsOf(import('./en.json')) },
  de: { name: 'Deutsch', load: () => wordsOf(import('./de.json')) },
  'ar-XB': { name: 'Mirrored', load: async () => mirrored(await wordsOf(import('./en.json'))), isPseudo: true },
};

export const DEFAULT_LANGUAGE = 'en';

/** Tags of all languages, the pseudo one included. */
export const languageTags: readonly string[] = Object.keys(languages);

/** What one can choose from. */
export const offeredLanguages = Object.entries(languages)
  .filter(([, { isPseudo }]) => !isPseudo)
  .map(([tag, { name }]) => ({ tag, name }));

/** The language to speak: the chosen one where there is such, else the first of the reader's that Parley speaks. */
export function languageFor(chosen: string | null, preferred: readonly string[]): string {
  if (chosen !== null && Object.hasOwn(languages, chosen)) return chosen;
  const offered = offeredLanguages.map(({ tag }) => tag);
  const spoken = preferred.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => offered.includes(tag));
  return spoken ?? DEFAULT_LANGUAGE;
}

/** Which way a language is written. */
export function directionOf(language: string): Direction {
  return /^(ar|fa|he|ur|yi)\b/.test(language) ? 'rtl' : 'ltr';
}

export async function loadWords(language: string): Promise<Translation> {
  const found = languages[language];
  if (!found) throw new Error(`There are no words for ${language}.`);
  return found.load();
}

async function wordsOf(module: Promise<{ default: Words }>): Promise<Words> {
  return (await module).default;
}
