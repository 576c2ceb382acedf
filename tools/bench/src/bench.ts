import type { AimedFigure } from './aims';
import type { Comparison } from './comparison';
import type { Profiling } from './profile/profiling';

export interface BenchOptions {
  /** Pairs of ours and its baseline; medians are of these. */
  readonly pairs: number;
  /** How large the data are made, in messages; each bench has its own default. */
  readonly size: number | undefined;
  /** Where both sides are to be profiled, which makes either dearer; of loads on both sides alone. */
  readonly profiling?: Profiling | undefined;
  /** Told of progress. */
  readonly say: (line: string) => void;
}

/** What a bench has found: ours beside a baseline, or figures beside what is aimed at. */
export type Found = readonly Comparison[] | readonly AimedFigure[];

/** One measurement of something of ours. */
export interface Bench<F extends Found = Found> {
  /** What is measured against what, in one line. */
  readonly summary: string;
  run(options: BenchOptions): Promise<F>;
}

export function isAimed(found: Found): found is readonly AimedFigure[] {
  return found.every((one: AimedFigure | Comparison) => 'value' in one);
}
