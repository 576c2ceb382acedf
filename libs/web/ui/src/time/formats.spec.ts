import { TestBed } from '@angular/core/testing';
import { words } from '../words/words.fixture';
import { Formats, localeFor } from './formats';

const NOW = new Date(2026, 10, 22, 14, 32).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Formats', () => {
  let formats: Formats;

  beforeEach(() => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en-GB']);
    TestBed.configureTestingModule({ imports: [words] });
    formats = TestBed.inject(Formats);
  });
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['now', NOW - 20_000],
    ['now', NOW + 90_000],
    ['5 min ago', NOW - 5 * MINUTE],
    ['13:31', NOW - HOUR - MINUTE],
    ['06:45', new Date(2026, 10, 22, 6, 45).getTime()],
    ['yesterday', NOW - 15 * HOUR],
    ['Tuesday', NOW - 5 * 24 * HOUR],
    ['3 Nov', new Date(2026, 10, 3, 9).getTime()],
    ['3 Nov 2025', new Date(2025, 10, 3, 9).getTime()],
  ])('is brief: %s', (expected, at) => expect(formats.brief(at, NOW)).toBe(expected));

  it.each([
    ['today', NOW - 5 * HOUR],
    ['yesterday', NOW - 24 * HOUR],
    ['Monday 16 November', new Date(2026, 10, 16, 9).getTime()],
    ['16 November 2025', new Date(2025, 10, 16, 9).getTime()],
  ])('names a day: %s', (expected, at) => expect(formats.day(at, NOW)).toBe(expected));

  it('names a day by all its names, today too', () => {
    expect(formats.fullDay(NOW)).toMatch(/^Sunday,? 22 November 2026$/);
  });

  it.each([
    ['this minute', NOW],
    ['3 minutes ago', NOW - 3 * MINUTE],
    ['2 hours ago', NOW - 2 * HOUR],
    ['yesterday', NOW - 20 * HOUR],
    ['6 days ago', NOW - 6 * 24 * HOUR],
  ])('tells how long ago: %s', (expected, at) => expect(formats.ago(at, NOW)).toBe(expected));

  it('counts days of 23 and 25 hours as one', () => {
    const [before, after] = [new Date(2026, 2, 28, 23, 30), new Date(2026, 2, 29, 23, 30)];
    expect(formats.day(before.getTime(), after.getTime())).toBe('yesterday');
  });

  it('writes numbers, lists and languages as the reader does', () => {
    expect(formats.number(12_345)).toBe('12,345');
    expect(formats.list(['Ana', 'Ben', 'Chloë'])).toBe('Ana, Ben and Chloë');
    expect(formats.list(['Ana', 'דנה', 'Chloë'])).toBe('Ana, \u2068דנה\u2069 and Chloë');
    expect(formats.languageName('pt')).toBe('Portuguese');
    expect(formats.languageName('no such tag')).toBe('no such tag');
    expect([formats.plural(1), formats.plural(2)]).toEqual(['one', 'other']);
  });
});

describe('localeFor', () => {
  it('takes the reader’s own variety of the language of the words', () => {
    expect(localeFor('en', ['de-AT', 'en-AU', 'en-US'])).toBe('en-AU');
    expect(localeFor('en', ['de-AT'])).toBe('en');
    expect(localeFor('pt-BR', ['pt-PT'])).toBe('pt-PT');
  });
});
