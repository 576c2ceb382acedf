import fc from 'fast-check';
import { normaliseSkillTerm } from './normalise-skill-term';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('normaliseSkillTerm', () => {
  it.each([
    ['  Français ', 'francais'],
    ['FRANÇAIS', 'francais'],
    ['Mixing   and\tmastering', 'mixing and mastering'],
    ['Node.js', 'node js'],
    ['Jiu-Jitsu', 'jiu jitsu'],
    ['Rubik’s cube', 'rubiks cube'],
    ['ʻŌlelo Hawaiʻi', 'olelo hawaii'],
    ['fußball', 'fussball'],
    ['FUẞBALL', 'fussball'],
    ['İSTANBUL', 'istanbul'],
    ['ΕΛΛΗΝΙΚΌΣ', 'ελληνικοσ'],
    ['ｊａｖａ', 'java'],
    ['العَرَبِيَّة', 'العربية'],
    ['עִבְרִית', 'עברית'],
    ['C', 'c'],
    ['C++', 'c++'],
    ['Ｃ＋＋', 'c++'],
    ['C#', 'c#'],
    ['C♯', 'c#'],
  ])('brings %j to %j', (term, normalised) => {
    expect(normaliseSkillTerm(term)).toBe(normalised);
  });

  it('takes composed and decomposed input for one', () => {
    expect(normaliseSkillTerm('한국어'.normalize('NFD'))).toBe(normaliseSkillTerm('한국어'));
    expect(normaliseSkillTerm('ギター'.normalize('NFD'))).toBe(normaliseSkillTerm('ギター'));
  });

  it('keeps the marks that make another word of it', () => {
    expect(normaliseSkillTerm('हिन्दी')).not.toBe(normaliseSkillTerm('हनद'));
    expect(normaliseSkillTerm('ドイツ')).not.toBe(normaliseSkillTerm('トイツ'));
  });

  it('does not see what cannot be seen', () => {
    expect(normaliseSkillTerm('gui\u00ADtar\u200E')).toBe('guitar');
  });

  it('is empty where nothing is left to compare', () => {
    expect(normaliseSkillTerm(' … 🎸 — ')).toBe('');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseSkillTerm(text);
        expect(normaliseSkillTerm(once)).toBe(once);
      }),
      // Two marks that come together, out of order, as what stands between them falls away.
      { numRuns: 2_000, examples: [["\u094D'\u093C"]] },
    );
  });

  it('is idempotent for every character there is', () => {
    const unstable: string[] = [];
    for (let first = 0; first < 0x110000; first += 0x100) {
      const block = Array.from({ length: 0x100 }, (_, offset) => String.fromCodePoint(first + offset)).join('a');
      const once = normaliseSkillTerm(block);
      if (normaliseSkillTerm(once) !== once) unstable.push(first.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('does not look at case, nor at space around', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseSkillTerm(`  ${text.toUpperCase()}\n`)).toBe(
          normaliseSkillTerm(text.toUpperCase().toLowerCase()),
        );
      }),
    );
  });

  it('answers words of letters, digits, + and #, one space between them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseSkillTerm(text)).toMatch(/^(?:[\p{L}\p{M}\p{N}+#]+(?: [\p{L}\p{M}\p{N}+#]+)*)?$/u);
      }),
    );
  });
});
