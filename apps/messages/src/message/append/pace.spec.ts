import { Pace } from './pace';

let now = 0;
const pace = () => {
  now = 1_000;
  return new Pace(() => now);
};
/** Messages that come in equal steps, for so long. */
function come(at: Pace, perSecond: number, ms: number): void {
  const end = now + ms;
  for (; now < end; now += 1_000 / perSecond) at.came();
}

it('puts nothing off where few messages come', () => {
  const quiet = pace();
  for (const perSecond of [1, 50, 400]) {
    come(quiet, perSecond, 2_000);
    quiet.begun(1);
    expect(quiet.putOffMs(1)).toBeLessThanOrEqual(0);
  }
});

it('keeps commits apart where many come, until there is a pause', () => {
  const busy = pace();
  come(busy, 1_000, 300);
  busy.begun(6);
  busy.came();
  expect(busy.putOffMs(1)).toBe(2);
  now += 1;
  busy.came();
  now += 1;
  expect(busy.putOffMs(2)).toBe(1);
  busy.came();
  now += 1.5;
  busy.came();
  // Five milliseconds after the last one began, whatever still comes.
  expect(busy.putOffMs(4)).toBe(1.5);
  now += 2;
  expect(busy.putOffMs(4)).toBeLessThanOrEqual(0);
});

it('is as before soon after the many have gone', () => {
  const busy = pace();
  come(busy, 2_000, 300);
  now += 5_000;
  busy.came();
  busy.begun(6);
  expect(busy.putOffMs(1)).toBeLessThanOrEqual(0);
});

it('waits for nobody where as many are here as the last few commits had', () => {
  const busy = pace();
  come(busy, 2_000, 300);
  for (const size of [9, 3, 4, 2, 4]) busy.begun(size);
  busy.came();
  expect(busy.putOffMs(3)).toBe(2);
  expect(busy.putOffMs(4)).toBe(0);
});
