/** The stemmers that PostgreSQL brings, by the language that they are for (BCP 47). */
const STEMMERS: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', ca: 'catalan', da: 'danish', de: 'german', el: 'greek', en: 'english', es: 'spanish' },
  ...{ eu: 'basque', fi: 'finnish', fr: 'french', ga: 'irish', hi: 'hindi', hu: 'hungarian', hy: 'armenian' },
  ...{ id: 'indonesian', it: 'italian', lt: 'lithuanian', nb: 'norwegian', ne: 'nepali', nl: 'dutch' },
  ...{ nn: 'norwegian', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian', sr: 'serbian' },
  ...{ sv: 'swedish', ta: 'tamil', tr: 'turkish', yi: 'yiddish' },
};
/** Each one widens what is looked for. */
const MOST = 4;

/** The text search dictionaries for these languages, the first few of them. @param languages BCP 47 */
export function stemmersOf(languages: readonly string[]): string[] {
  const names = languages.map((tag) => STEMMERS[tag.split('-', 1)[0]?.toLowerCase() ?? '']);
  const known = names.flatMap((name) => (name === undefined ? [] : [`${name}_stem`]));
  return [...new Set(known)].slice(0, MOST);
}
