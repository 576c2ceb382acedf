import fc from 'fast-check';
import { backoffMs } from './backoff';

describe('backoffMs', () => {
  it('lies between nothing and the doubled base, never above the cap', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const wait = backoffMs(attempt, { baseMs: 500, capMs: 10_000, random: () => random });
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(10_000, 500 * 2 ** attempt));
      }),
    );
  });
});
