import { compare } from './comparison';
import { picture } from './picture';

/** The lengths of the bars, which have a height of their own. */
const barsOf = (svg: string): number[] =>
  [...svg.matchAll(/width="(\d+)" height="14"/g)].map(([, width]) => Number(width));
const linesOf = (svg: string): [number, string][] =>
  [...svg.matchAll(/<line x1="(\d+)".* stroke="(#\w+)"/g)].map(([, x, colour]) => [Number(x), colour ?? '']);

it('draws ours beside the baseline, and a line where the aim is, by the scale of the figure', () => {
  const aims = { µs: { of: 'ratio', atMost: 1.25 }, ms: { of: 'ours', atMost: 10 } } as const;
  const svg = picture('pairs', compare('200/s', [{ ours: { µs: 200, ms: 5 }, baseline: { µs: 100, ms: 1 } }], aims));
  expect(barsOf(svg)).toEqual([380, 190, 190, 38]);
  const [missed, met] = linesOf(svg);
  // 1.25 times the baseline of 100, where 200 are 380 long; and where the longest is the aim itself.
  expect([missed?.[0], met?.[0]]).toEqual([380 + 238, 380 + 380]);
  expect(missed?.[1]).not.toBe(met?.[1]);
  expect(svg).toContain('aim ≤ 10, met');
});

it('draws a single bar for each of figures that have no baseline', () => {
  const figures = [
    { name: 'opening', unit: 'ms', value: 640, aim: { atMost: 1_280 } },
    { name: 'opening', unit: 'KiB', value: 0, aim: null },
  ];
  const svg = picture('web', figures);
  expect(barsOf(svg)).toEqual([190, 0]);
  expect(linesOf(svg)).toHaveLength(1);
});

it('what was not measured has no bar, and no text becomes markup', () => {
  const svg = picture('a < b & c', [{ name: '<script>', unit: 'ms', value: Number.NaN, aim: { atMost: 1 } }]);
  expect(barsOf(svg)).toEqual([0]);
  expect(svg).toContain('a &#60; b &#38; c');
  expect(svg).not.toContain('<script');
  expect(svg).toContain('missed');
});
