import fc from 'fast-check';
import { sharedHours, utcOffset } from './shared-hours';

const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });

describe('sharedHours', () => {
  it.each([
    [0, 0, 1],
    [60, 0, 13 / 14],
    [0, 6 * 60, 8 / 14],
    [0, 12 * 60, 4 / 14],
    [-9 * 60, 9 * 60, 8 / 14],
    [-12 * 60, 12 * 60, 1],
  ])('of clocks %i and %i minutes ahead of UTC is %d', (a, b, part) => {
    expect(sharedHours(a, b)).toBeCloseTo(part, 10);
  });

  it('is the same both ways and within 0 and 1', () => {
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        expect(sharedHours(a, b)).toBe(sharedHours(b, a));
        expect(sharedHours(a, b)).toBeGreaterThanOrEqual(0);
        expect(sharedHours(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('utcOffset', () => {
  const winter = new Date('2026-01-15T12:00:00.000Z');
  const summer = new Date('2026-07-15T12:00:00.000Z');

  it.each([
    ['UTC', winter, 0],
    ['Europe/Berlin', winter, 60],
    ['Europe/Berlin', summer, 120],
    ['Asia/Kolkata', winter, 330],
    ['America/St_Johns', winter, -210],
    ['Pacific/Kiritimati', winter, 840],
    ['+05:45', summer, 345],
  ])('of %s at %s is %i minutes', (zone, at, minutes) => {
    expect(utcOffset(zone, at)).toBe(minutes);
  });
});
