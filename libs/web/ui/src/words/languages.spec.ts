import fc from 'fast-check';
import { directionOf, languageFor, loadWords, offeredLanguages } from './languages';
import { mirrored } from './mirrored';

type Words = { [key: string]: string | Words };

const leaves = (words: Words, start = ''): [key: string, text: string][] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[start + name, value]] : leaves(value, `${start}${name}.`),
  );
const places = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the language spoken', () => {
  it('is the chosen one, else the first of the reader’s, else English', () => {
    expect(languageFor('de', ['fr'])).toBe('de');
    expect(languageFor(null, ['fr-CA', 'de-AT', 'en'])).toBe('de');
    expect(languageFor('xx', ['fr'])).toBe('en');
    expect(languageFor(null, [])).toBe('en');
  });

  it('is never the pseudo one by itself, and always one that there is', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string()),
        fc.array(fc.constantFrom('ar-XB', 'ar', 'de', 'xx', '')),
        (chosen, preferred) => {
          const tags = offeredLanguages.map(({ tag }) => tag);
          expect(chosen === 'ar-XB' ? ['ar-XB'] : tags).toContain(languageFor(chosen, preferred));
        },
      ),
    );
  });

  it('knows which way it is written', () => {
    expect(['en', 'de', 'ar-XB', 'he', 'heb'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'ltr']);
  });
});

describe.each(offeredLanguages)('words in $name', ({ tag }) => {
  it('has the same ones with the same places as English', async () => {
    const [english, other] = [leaves(await loadWords('en')), leaves(await loadWords(tag))];
    expect(other.map(([key, text]) => [key, ...places(text)])).toEqual(
      english.map(([key, text]) => [key, ...places(text)]),
    );
  });

  it('leaves nothing empty and shouts at nobody', async () => {
    for (const [key, text] of leaves(await loadWords(tag)))
      expect([key, text]).toEqual([key, expect.stringMatching(/^(?!.*!).*\S/)]);
  });

  it('has the quotation marks and apostrophes of print', async () => {
    for (const [key, text] of leaves(await loadWords(tag)))
      expect([key, text]).toEqual([key, expect.not.stringMatching(/['"`´]/)]);
  });
});

describe('mirrored words', () => {
  it('turn letters round and keep what is put in', () => {
    expect(mirrored({ a: { b: 'Hi {{ name }}, you' } })).toEqual({
      a: { b: '\u202eHi\u202c {{ name }}, \u202eyou\u202c' },
    });
  });
});
