import fc from 'fast-check';
import {
  AHEAD,
  aroundWindow,
  DRAWN_MAX,
  drawnMax,
  endWindow,
  keepWindow,
  type LoadedRange,
  type MessageWindow,
  newerWindow,
  olderWindow,
  openWindow,
} from './message-window';

const range = (first: number, last: number, isWhole = true): LoadedRange => ({ first, last, isWhole });
const drawn = (window: MessageWindow, { last }: LoadedRange): number => (window.to ?? last) - window.from + 1;

describe('the window of drawn messages', () => {
  it('opens at the end, or a little before the first unread message', () => {
    expect(openWindow(range(1, 500), null)).toEqual({ from: 441, to: null });
    expect(openWindow(range(1, 20), null)).toEqual({ from: 1, to: null });
    expect(openWindow(range(1, 500), 100)).toEqual({ from: 85, to: 234 });
    expect(openWindow(range(1, 500), 480)).toEqual({ from: 465, to: null });
    expect(openWindow(range(1, 100, false), 90)).toEqual({ from: 75, to: 100 });
    // Never of nothing, wherever the first unread message is.
    expect(openWindow(range(475, 524, false), 3_001)).toEqual({ from: 524, to: 524 });
  });

  it('lies round a message that one goes to', () => {
    expect(aroundWindow(range(1, 500), 250)).toEqual({ from: 190, to: 310 });
    expect(aroundWindow(range(230, 270, false), 250)).toEqual({ from: 230, to: 270 });
    expect(aroundWindow(range(1, 20), 5)).toEqual({ from: 1, to: null });
    expect(aroundWindow(range(1, 500), 499)).toEqual({ from: 439, to: null });
  });

  it('goes up and lets go below, and the other way round', () => {
    const loaded = range(1, 500);
    expect(olderWindow({ from: 441, to: null }, loaded)).toEqual({ from: 391, to: null });
    expect(olderWindow({ from: 351, to: null }, loaded)).toEqual({ from: 301, to: 450 });
    expect(newerWindow({ from: 301, to: 450 }, loaded)).toEqual({ from: 351, to: null });
    expect(newerWindow({ from: 1, to: 150 }, loaded)).toEqual({ from: 51, to: 200 });
  });

  it('follows the newest while one reads it, and stands still while one does not', () => {
    expect(keepWindow({ from: 1, to: null }, range(1, 100), false)).toEqual({ from: 1, to: null });
    expect(keepWindow({ from: 1, to: null }, range(1, 200), true)).toEqual({ from: 51, to: null });
    expect(keepWindow({ from: 1, to: null }, range(1, 200), false)).toEqual({ from: 1, to: 150 });
  });

  it('begins again at the end where its messages are gone', () => {
    expect(keepWindow({ from: 1, to: 100 }, range(900, 1_000), true)).toEqual(endWindow(range(900, 1_000)));
    expect(keepWindow({ from: 500, to: null }, range(1, 50), true)).toEqual({ from: 1, to: null });
  });

  it('comes to rest in a view of any height, wherever it is, with enough ahead on both sides', () => {
    const heights = fc.integer({ min: 200, max: 3_000 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 1, max: 4_900 }), fc.constantFrom(22, 28, 40), (height, top, rowPx) => {
        const loaded = range(1, 5_000);
        const max = drawnMax(height, rowPx);
        let window = openWindow(loaded, top);
        for (let steps = 0; steps < 20; steps += 1) {
          const before = window;
          const isLow = (top - window.from) * rowPx < height * AHEAD && window.from > 1;
          const left = ((window.to ?? 5_000) + 1 - top) * rowPx - height;
          if (isLow) window = olderWindow(window, loaded, max);
          if (left < height * AHEAD && window.to !== null) window = newerWindow(window, loaded, max);
          if (window === before) return;
        }
        throw new Error(`It goes on for ever at ${height} px.`);
      }),
    );
    expect(drawnMax(650, 28)).toBe(DRAWN_MAX);
  });

  it('is never too large, never outside, and never loses what is in the middle of the view', () => {
    const step = fc.constantFrom('older', 'newer', 'arrive', 'arriveAway', 'load', 'loadNewer');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.boolean(),
        fc.array(step, { maxLength: 40 }),
        (length, isWhole, steps) => {
          let loaded = range(2_000, 2_000 + length - 1, isWhole);
          let window = openWindow(loaded, null);
          for (const name of steps) {
            const before = window;
            if (name === 'older') window = olderWindow(window, loaded);
            else if (name === 'newer') window = newerWindow(window, loaded);
            else {
              const grown = name === 'load' ? { first: loaded.first - 50 } : { last: loaded.last + 30 };
              loaded = { ...loaded, ...grown };
              window = keepWindow(window, loaded, name === 'arrive');
            }
            expect(window.from).toBeGreaterThanOrEqual(loaded.first);
            expect(window.to ?? loaded.last).toBeLessThanOrEqual(loaded.last);
            expect(drawn(window, loaded)).toBeGreaterThan(0);
            expect(drawn(window, loaded)).toBeLessThanOrEqual(DRAWN_MAX);
            if (name === 'older')
              expect(window.from <= before.from && (window.to ?? Infinity) >= before.from).toBe(true);
          }
        },
      ),
    );
  });
});
