import fc from 'fast-check';
import { excerptOf, fold } from './excerpt';

const marked = (text: string, ...terms: string[]): string[] => {
  const { excerpt, matches } = excerptOf(text, terms);
  return matches.map(([start, length]) => excerpt.slice(start, start + length));
};

it.each([
  ['Kaixo mundua', ['mun'], ['mun']],
  ['Café, cafés and CAFETERIA', ['cafe'], ['Café', 'café', 'CAFE']],
  ['Cafe\u0301 decomposed', ['cafe'], ['Cafe\u0301']],
  ['Die Straße', ['strasse'], ['Straße']],
  ['not inside unkaixo', ['kaixo'], []],
  ['東京タワーに行きました', ['東京', '京', 'タワ', 'ワー', 'ー'], ['東京タワー']],
  ['TypeScript入門です', ['入門'], ['入門']],
  ['😀 hello 😀', ['hel'], ['hel']],
])('of %j by %j marks %j', (text, terms, found) => {
  expect(marked(text, ...terms)).toEqual(found);
});

it('shows the part around the first match, with what lies in it', () => {
  const text = `${'before '.repeat(40)}needle ${'after '.repeat(60)}`;
  const { excerpt, matches } = excerptOf(text, ['needle']);
  expect(excerpt).toMatch(/^….*needle.*…$/);
  expect(excerpt.length).toBeLessThan(190);
  expect(matches).toEqual([[excerpt.indexOf('needle'), 6]]);
});

it('marks what lies inside the excerpt, in order and apart, and cuts no character in two', () => {
  const word = fc.constantFrom('kaixo', 'Café', '東京タワー', '😀', 'Straße', 'x', '\u00e9', '.', '👩‍🏫', 'ガギ');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), fc.constantFrom(' ', ''), (words, gap) => {
      const { excerpt, matches } = excerptOf(words.join(gap), ['kai', 'cafe', '東京', 'strasse', 'ガギ']);
      expect(excerpt.isWellFormed()).toBe(true);
      let end = -1;
      for (const [start, length] of matches) {
        expect(start).toBeGreaterThan(end);
        expect(length).toBeGreaterThan(0);
        expect(fold(excerpt.slice(start, start + length))).toMatch(/^(kai|cafe|strasse|東京|ガギ)/);
        end = start + length;
      }
      expect(end).toBeLessThanOrEqual(excerpt.length);
    }),
  );
});
