import fc from 'fast-check';
import { fit } from './fit';

describe('fit', () => {
  it('takes accents, case and haste lightly', () => {
    for (const query of ['ines', 'INÊS', 'in', 'marq', 'im', 'nês'])
      expect(fit(query, 'Inês Marques')).toBeGreaterThan(0);
    expect(fit('seni', 'Inês Marques')).toBe(0);
  });

  it('prefers a beginning to a word, a word to a piece, a piece to scattered letters', () => {
    const fits = ['Anton Berg', 'Berta Anton', 'Juanto', 'Aurel Nilsson Toth'].map((name) => fit('ant', name));
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    expect(new Set(fits.map(Math.floor)).size).toBe(4);
  });

  it('prefers the shorter of two that fit alike', () => {
    expect(fit('an', 'Ana')).toBeGreaterThan(fit('an', 'Anastasia'));
  });

  it('finds every piece of a name', () => {
    const names = fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' ', '日'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.nat(12), fc.nat(12), (name, from, length) => {
        const piece = name.slice(from, from + length);
        fc.pre(name.trim() !== '');
        expect(fit(piece, name)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
