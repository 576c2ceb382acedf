import fc from 'fast-check';
import { arcPath, shownShare } from './arcs';

describe('arcs', () => {
  it('mirrors one side in the other', () => {
    // Turned by half a circle round the middle of the box, the teaching arc is the learning one.
    const numbers = (path: string): number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);
    const [x1 = 0, y1 = 0] = numbers(arcPath('teach'));
    const [x2 = 0, y2 = 0] = numbers(arcPath('learn'));
    expect(x1 + x2).toBeCloseTo(32, 1);
    expect(y1 + y2).toBeCloseTo(32, 1);
  });

  it('takes the long way round for a large share only', () => {
    expect(arcPath('teach', 0.3)).toContain(' 0 0 0 ');
    expect(arcPath('teach', 0.9)).toContain(' 0 1 0 ');
  });

  it('shows something for anything, and everything for nothing less than all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const shown = shownShare(share);
        if (share === 0) expect(shown).toBe(0);
        else if (share === 1) expect(shown).toBe(1);
        else {
          expect(shown).toBeGreaterThanOrEqual(0.24);
          expect(shown).toBeLessThan(1);
        }
      }),
    );
    expect(shownShare(Number.NaN)).toBe(0);
  });
});
