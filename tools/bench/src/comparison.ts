import { aimWords, isWithin, type Aim } from './aims';
import { columns, digits } from './table';

/** What a figure should be: ours by itself, or its ratio to the baseline. */
export type ComparedAim = Aim & { readonly of: 'ours' | 'ratio' };

/** Aims by the names of the figures: `{ 'CPU µs/delivery': { of: 'ratio', atMost: 1.25 } }`. */
export type Aims = Readonly<Record<string, ComparedAim>>;

/** Ours beside a baseline, both measured several times in turn in one run. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  /** Medians. */
  readonly ours: number;
  readonly baseline: number;
  /** Of the ratios ours to baseline within a pair: what happens to the machine meanwhile happens to both. */
  readonly ratio: number;
  readonly lowestRatio: number;
  readonly highestRatio: number;
  readonly pairs: number;
  readonly aim?: ComparedAim;
}

/** A figure by name: `{ 'messages/s': 1200 }`. */
export type Figures = Readonly<Record<string, number>>;

/** The value below which that share (0 to 1) of the values lies; the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Compares figures of the same names, pair by pair. */
export function compare(
  name: string,
  pairs: readonly { readonly ours: Figures; readonly baseline: Figures }[],
  aims: Aims = {},
): Comparison[] {
  return Object.keys(pairs[0]?.ours ?? {}).map((unit) => {
    const of = (side: 'ours' | 'baseline') => pairs.map((pair) => pair[side][unit] ?? Number.NaN);
    const ratios = pairs.map(({ ours, baseline }) => (ours[unit] ?? Number.NaN) / (baseline[unit] ?? Number.NaN));
    return {
      ...{ name, unit, ours: median(of('ours')), baseline: median(of('baseline')), ratio: median(ratios) },
      ...{ lowestRatio: Math.min(...ratios), highestRatio: Math.max(...ratios), pairs: pairs.length },
      ...(aims[unit] === undefined ? {} : { aim: aims[unit] }),
    };
  });
}

/** Measures ours and the baseline in turn, the one that comes first changing, so that neither always has the warmer machine. */
export async function measurePairs(
  name: string,
  pairs: number,
  { ours, baseline }: Readonly<Record<'ours' | 'baseline', () => Promise<Figures>>>,
  aims: Aims = {},
): Promise<Comparison[]> {
  const measured = [];
  for (let pair = 0; pair < pairs; pair++) {
    if (pair % 2 === 0) {
      const first = await ours();
      measured.push({ ours: first, baseline: await baseline() });
    } else {
      const first = await baseline();
      measured.push({ ours: await ours(), baseline: first });
    }
  }
  return compare(name, measured, aims);
}

/** The comparisons as a table for people. */
export function table(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, unit, ours, baseline, ratio, lowestRatio, highestRatio, aim }) => [
    ...[name, unit, digits(ours), digits(baseline), digits(ratio)],
    `${digits(lowestRatio)} to ${digits(highestRatio)}`,
    ...(aim === undefined
      ? ['', '']
      : [`${aim.of} ${aimWords(aim)}`, isWithin(aim.of === 'ours' ? ours : ratio, aim) ? 'met' : 'MISSED']),
  ]);
  return columns([['', 'unit', 'ours', 'baseline', 'ratio', 'of the pairs', 'aim', ''], ...rows]);
}
