import fc from 'fast-check';
import { compare, measurePairs, median, quantile, table } from './comparison';

it('takes the middle value, or between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

it('answers a value below which that share lies', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const value = quantile(values, share);
        expect(values).toContain(value);
        expect(values.filter((one) => one <= value).length / values.length).toBeGreaterThanOrEqual(share);
      },
    ),
  );
});

it('compares within pairs: what slows both down changes no ratio', () => {
  const pairs = [1, 2, 10].map((slowness) => ({ ours: { ms: slowness }, baseline: { ms: 4 * slowness } }));
  expect(compare('a page', pairs)).toEqual([
    { name: 'a page', unit: 'ms', ours: 2, baseline: 8, ratio: 0.25, lowestRatio: 0.25, highestRatio: 0.25, pairs: 3 },
  ]);
});

it('lets each of the two come first by turns', async () => {
  const order: string[] = [];
  const note = (name: string) => () => {
    order.push(name);
    return Promise.resolve({ ms: 1 });
  };
  await measurePairs('order', 3, { ours: note('ours'), baseline: note('baseline') });
  expect(order).toEqual(['ours', 'baseline', 'baseline', 'ours', 'ours', 'baseline']);
});

it('prints a line for each', () => {
  const [, line] = table(compare('a page', [{ ours: { ms: 1 }, baseline: { ms: 3 } }])).split('\n');
  expect(line).toMatch(/^a page\s+ms\s+1.00\s+3.00\s+0.333\s+0.333 to 0.333$/);
});

it('holds an aim against ours, or against the ratio', () => {
  const pairs = [{ ours: { ms: 2, kib: 3 }, baseline: { ms: 1, kib: 3 } }];
  const aims = { ms: { of: 'ratio', atMost: 1.25 }, kib: { of: 'ours', atMost: 22 } } as const;
  const [, missed, met] = table(compare('a page', pairs, aims)).split('\n');
  expect(missed).toMatch(/ratio ≤ 1.25\s+MISSED$/);
  expect(met).toMatch(/ours ≤ 22\s+met$/);
});
