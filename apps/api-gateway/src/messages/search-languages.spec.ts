import { jest } from '@jest/globals';
import type { Services } from '@parley/server-edge';
import { acceptedLanguages, SearchLanguages } from './search-languages';

const actor = { userId: 'ane', sessionId: 'session' };
const languagesWith = (me: () => Promise<unknown>) => {
  const asked = jest.fn(me);
  return { asked, languages: new SearchLanguages({ users: { me: asked } } as unknown as Services) };
};

it('tells those of the profile and of the browser, each once, and asks for the profile now and then', async () => {
  const { asked, languages } = languagesWith(() => Promise.resolve({ languages: ['eu', 'es'] }));
  expect(await languages.of(actor, 'es,en;q=0.8')).toEqual(['eu', 'es', 'en']);
  expect(await languages.of(actor, undefined)).toEqual(['eu', 'es']);
  expect(asked).toHaveBeenCalledTimes(1);
});

it('does without those of the profile where it cannot be had, and asks again', async () => {
  const { asked, languages } = languagesWith(() => Promise.reject(new Error('away')));
  expect(await languages.of(actor, 'en')).toEqual(['en']);
  expect(await languages.of(actor, 'en')).toEqual(['en']);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('S28 reads a header of nothing but white space: by a pattern that tries each place anew it would not end', () => {
  expect(acceptedLanguages(`en${' '.repeat(2_000_000)}x`)).toEqual([]);
});

it.each([
  ['de-AT,de;q=0.9, en ; q=0.5', ['de-AT', 'de', 'en']],
  ['fr;q=0, *, en;q=0.001', ['en']],
  ['', []],
  [`${'a'.repeat(36)},'; DROP TABLE`, []],
])('reads the header %j', (header, languages) => {
  expect(acceptedLanguages(header)).toEqual(languages);
});
