import fc from 'fast-check';
import { createChooser } from './chooser';
import { seededRandom } from './seeded-random';

const seeds = fc.integer();

describe('createChooser', () => {
  it('never repeats an item of a long list within a third of it', () => {
    const items = Array.from({ length: 12 }, (_, index) => `item ${index}`);
    fc.assert(
      fc.property(seeds, (seed) => {
        const choose = createChooser(seededRandom(seed));
        // The one that has waited longest is among six each time: of sixty turns one seed in ten thousand would leave it out, of six hundred none does.
        const chosen = Array.from({ length: 600 }, () => choose.oneOf(items));
        chosen.forEach((item, index) => expect(chosen.slice(Math.max(0, index - 4), index)).not.toContain(item));
        expect(new Set(chosen).size).toBe(items.length);
      }),
    );
  });

  it('keeps to its bounds', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, least, span) => {
        const number = createChooser(seededRandom(seed)).between(least, least + span);
        expect(Number.isInteger(number)).toBe(true);
        expect(number).toBeGreaterThanOrEqual(least);
        expect(number).toBeLessThanOrEqual(least + span);
      }),
    );
  });

  it('takes several different ones, at most all', () => {
    fc.assert(
      fc.property(seeds, fc.uniqueArray(fc.string(), { maxLength: 8 }), fc.nat(10), (seed, items, count) => {
        const some = createChooser(seededRandom(seed)).someOf(items, count);
        expect(some).toHaveLength(Math.min(count, items.length));
        expect(new Set(some).size).toBe(some.length);
        expect(some.every((item) => items.includes(item))).toBe(true);
      }),
    );
  });

  it('takes the heavier more often, the weightless never', () => {
    const choose = createChooser(seededRandom(3));
    const chosen = Array.from({ length: 1_000 }, () =>
      choose.oneByWeight([
        [3, 'often'],
        [1, 'seldom'],
        [0, 'never'],
      ]),
    );
    const often = chosen.filter((item) => item === 'often').length;
    expect(often).toBeGreaterThan(650);
    expect(often).toBeLessThan(850);
    expect(chosen).not.toContain('never');
  });

  it('refuses to choose from nothing', () => {
    const choose = createChooser(seededRandom(1));
    expect(() => choose.oneOf([])).toThrow(RangeError);
    expect(() => choose.oneByWeight([])).toThrow(RangeError);
  });
});
