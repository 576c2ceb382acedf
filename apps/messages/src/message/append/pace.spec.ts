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
    quiet.begun();
    expect(quiet.putOffMs).toBeLessThanOrEqual(0);
  }
});

it('keeps commits apart where many come, until there is a pause', () => {
  const busy = pace();
  come(busy, 1_000, 300);
  busy.begun();
  busy.came();
  expect(busy.putOffMs).toBe(2);
  now += 1;
  busy.came();
  now += 1;
  expect(busy.putOffMs).toBe(1);
  busy.came();
  now += 1.5;
  busy.came();
  // Five milliseconds after the last one began, whatever still comes.
  expect(busy.putOffMs).toBe(1.5);
  now += 2;
  expect(busy.putOffMs).toBeLessThanOrEqual(0);
});

it('is as before soon after the many have gone', () => {
  const busy = pace();
  come(busy, 2_000, 300);
  now += 5_000;
  busy.came();
  busy.begun();
  expect(busy.putOffMs).toBeLessThanOrEqual(0);
});
