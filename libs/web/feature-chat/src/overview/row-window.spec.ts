import fc from 'fast-check';
import { firstWindow, rowWindow } from './row-window';

describe('rowWindow', () => {
  it('holds all that is in view and somewhat more, however one scrolls, and never much', () => {
    const px = (max: number): fc.Arbitrary<number> => fc.double({ min: 1, max, noNaN: true });
    fc.assert(
      fc.property(px(200_000), px(2_000), fc.constantFrom(56, 64, 80), (top, height, row) => {
        const { from, to } = rowWindow(top, height, row);
        expect(from).toBeLessThanOrEqual(Math.max(0, Math.floor(top / row) - 12));
        expect(to).toBeGreaterThanOrEqual(Math.ceil((top + height) / row) + 12);
        expect(to - from).toBeLessThanOrEqual(height / row + 50);
      }),
    );
  });

  it('stays the same over a few pixels', () => {
    expect(rowWindow(6_401, 700, 64)).toEqual(rowWindow(6_463, 700, 64));
  });

  it('begins with the first rows where nothing can be measured', () => {
    expect([rowWindow(0, 0, 64), rowWindow(0, 700, 0), rowWindow(-40, 300, 64)]).toEqual([
      firstWindow,
      firstWindow,
      firstWindow,
    ]);
  });
});
