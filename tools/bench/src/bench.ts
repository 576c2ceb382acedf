import type { Comparison } from './comparison';

export interface BenchOptions {
  /** Pairs of ours and its baseline; medians are of these. */
  readonly pairs: number;
  /** How large the data are made, in messages; each bench has its own default. */
  readonly size: number | undefined;
  /** Told of progress. */
  readonly say: (line: string) => void;
}

/** One measurement of something of ours beside its baseline. */
export interface Bench {
  /** What is measured against what, in one line. */
  readonly summary: string;
  run(options: BenchOptions): Promise<Comparison[]>;
}
