import fc from 'fast-check';
import { run, schedules, type Tally } from './schedule.fixture';

/** So many schedules from a seed; with a path, that one again which failed. */
export interface Chunk {
  readonly seed: number;
  readonly path: string;
  readonly runs: number;
}

export interface ChunkResult {
  readonly tally: Tally;
  /** The schedule that broke a promise, shrunk, and how it is carried out again; null where none did. */
  readonly failure: string | null;
}

export async function runChunk({ seed, path, runs }: Chunk): Promise<ChunkResult> {
  const tally: Tally = { schedules: 0, steps: 0, moments: 0 };
  const result = await fc.check(
    fc.asyncProperty(schedules, (schedule) => run(schedule, tally)),
    { numRuns: runs, seed, ...(path === '' ? {} : { path, endOnFailure: true }) },
  );
  if (!result.failed) return { tally, failure: null };
  const [schedule] = result.counterexample ?? [];
  const broken = result.errorInstance instanceof Error ? result.errorInstance.message : 'an error that is none';
  const again = `PARLEY_SIMULATION=${result.seed}:${result.counterexamplePath ?? ''}`;
  return { tally, failure: `${broken}\n${fc.stringify(schedule)}\n${again}` };
}

/** Which schedules are asked for: `seed`, or `seed:path` as a failure names it; nothing is the same ones each time. */
export function asked(replay = '2026'): Pick<Chunk, 'seed' | 'path'> {
  const [seed = ''] = replay.split(':');
  return { seed: Number(seed), path: replay.slice(seed.length + 1) };
}
