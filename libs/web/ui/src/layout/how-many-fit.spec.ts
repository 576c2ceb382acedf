import fc from 'fast-check';
import { howManyFit } from './how-many-fit';

describe('howManyFit', () => {
  it('takes all where all fit, and leaves room for the sign where they do not', () => {
    expect(howManyFit(100, [40, 50], 10, 30)).toBe(2);
    expect(howManyFit(99, [40, 50], 10, 30)).toBe(1);
    expect(howManyFit(100, [40, 20, 50], 10, 20)).toBe(2);
    expect(howManyFit(100, [40, 25, 50], 10, 20)).toBe(1);
    expect(howManyFit(20, [40, 50], 10, 30)).toBe(1);
    expect(howManyFit(20, [], 10, 30)).toBe(0);
  });

  it('never takes more than there is room for, and could take no more', () => {
    const width = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.array(width, { minLength: 1, maxLength: 9 }), (line, widths) => {
        const needed = (count: number): number =>
          widths.slice(0, count).reduce((sum, each) => sum + each, 0) +
          8 * (count - 1) +
          (count < widths.length ? 8 + 24 : 0);
        const count = howManyFit(line, widths, 8, 24);
        if (count > 1) expect(needed(count)).toBeLessThanOrEqual(line + 0.5);
        if (needed(widths.length) <= line) expect(count).toBe(widths.length);
        else if (count < widths.length - 1) expect(needed(count + 1)).toBeGreaterThan(line);
      }),
    );
  });
});
