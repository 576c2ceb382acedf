/** As `libs/client/src/simulation/chunk.fixture.ts` takes it: so many schedules from a seed. */
export interface Chunk {
  readonly seed: number;
  readonly path: string;
  readonly runs: number;
}

export interface Tally {
  readonly schedules: number;
  readonly steps: number;
  readonly moments: number;
}

/** What came of one chunk; `failure` in words, null where every promise was kept. */
export interface ChunkResult {
  readonly tally: Tally;
  readonly failure: string | null;
}

/** One who carries out one chunk after the other. */
export interface Worker {
  /** Rejects where the worker died or has not answered in time. */
  run(chunk: Chunk): Promise<ChunkResult>;
  stop(): void;
}

/** Schedules of one chunk: few enough that all workers have something to do until the end. */
const PER_CHUNK = 1_000;

/** Splits the schedules into chunks, each with a seed of its own. What is to be done again is one chunk by itself. */
export function chunksOf(replay: string, runs: number): Chunk[] {
  const [text = ''] = replay.split(':');
  const path = replay.slice(text.length + 1);
  const seed = Number(text);
  if (!Number.isInteger(seed) || text === '') throw new Error(`${replay} is neither a seed nor seed:path.`);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('There is nothing to carry out.');
  if (path !== '') return [{ seed, path, runs: 1 }];
  return Array.from({ length: Math.ceil(runs / PER_CHUNK) }, (_, index) => ({
    seed: seed + index,
    path,
    runs: Math.min(PER_CHUNK, runs - index * PER_CHUNK),
  }));
}

/** Has the chunks carried out, in their order, by whoever is free. After the first failure nothing more is begun. */
export async function runChunks(chunks: readonly Chunk[], workers: readonly Worker[]): Promise<ChunkResult> {
  const queue = [...chunks];
  const results: ChunkResult[] = [];
  let failure: string | null = null;
  const work = async (worker: Worker): Promise<void> => {
    for (let chunk = queue.shift(); chunk && failure === null; chunk = queue.shift()) {
      try {
        const result = await worker.run(chunk);
        results.push(result);
        failure ??= result.failure;
      } catch (error) {
        failure ??= `${String(error)}\nPARLEY_SIMULATION=${chunk.seed} PARLEY_SIMULATION_RUNS=${chunk.runs}`;
      }
    }
  };
  await Promise.all(workers.map(work));
  const sum = (of: (tally: Tally) => number): number => results.reduce((total, { tally }) => total + of(tally), 0);
  const tally = { schedules: sum((t) => t.schedules), steps: sum((t) => t.steps), moments: sum((t) => t.moments) };
  // Fewer than were asked for is no proof.
  const due = chunks.reduce((total, { runs }) => total + runs, 0);
  if (failure === null && tally.schedules < due)
    failure = `Only ${tally.schedules} of ${due} schedules were carried out.`;
  return { tally, failure };
}
