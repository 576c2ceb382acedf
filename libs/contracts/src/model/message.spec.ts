import fc from 'fast-check';
import { limits } from '../limits';
import { previewOf } from './message';

describe('previewOf', () => {
  it('folds white space, and cuts what is too long', () => {
    expect(previewOf('two\n\nlines  and\ttabs')).toBe('two lines and tabs');
    expect(previewOf('x'.repeat(limits.previewCodePoints))).toBe('x'.repeat(limits.previewCodePoints));
    expect(previewOf('🎺'.repeat(limits.previewCodePoints + 1))).toBe(`${'🎺'.repeat(limits.previewCodePoints - 1)}…`);
    expect([previewOf(null), previewOf('')]).toEqual(['', '']);
  });

  it('is the same for whoever has the beginning of a text alone', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '🎺', 'é', '\u3000'),
      minLength: 200,
      maxLength: 700,
    });
    fc.assert(
      fc.property(text, (whole) => {
        const beginning = Array.from(whole).slice(0, limits.previewedCodePoints).join('');
        expect(previewOf(beginning)).toBe(previewOf(whole));
      }),
    );
  });
});
