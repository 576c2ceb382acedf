import fc from 'fast-check';
import { chunksOf, runChunks, type Chunk, type ChunkResult, type Worker } from './chunks';

const done = ({ runs }: Chunk): ChunkResult => ({
  tally: { schedules: runs, steps: 2 * runs, moments: 3 * runs },
  failure: null,
});

function worker(run: (chunk: Chunk) => Promise<ChunkResult> | ChunkResult): Worker & { readonly seeds: number[] } {
  const seeds: number[] = [];
  return {
    seeds,
    run: async (chunk) => {
      seeds.push(chunk.seed);
      return run(chunk);
    },
    stop: () => undefined,
  };
}

describe('chunksOf', () => {
  it('has as many schedules as were asked for, and no seed twice', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 200_000 }), (seed, runs) => {
        const chunks = chunksOf(`${seed}`, runs);
        expect(chunks.reduce((sum, chunk) => sum + chunk.runs, 0)).toBe(runs);
        expect(chunks[0]?.seed).toBe(seed);
        expect(new Set(chunks.map((chunk) => chunk.seed)).size).toBe(chunks.length);
      }),
    );
  });

  it('does one again by its path', () => {
    expect(chunksOf('77:3:1:0', 5_000)).toEqual([{ seed: 77, path: '3:1:0', runs: 1 }]);
  });

  it.each([
    ['', 1],
    ['x', 1],
    ['1', 0],
    ['1', Number.NaN],
  ])('refuses %j with %j schedules', (replay, runs) => expect(() => chunksOf(replay, runs)).toThrow());
});

describe('runChunks', () => {
  it('has each chunk carried out once, and adds up', async () => {
    const workers = [worker(done), worker(done)];
    const { tally, failure } = await runChunks(chunksOf('1', 5_500), workers);
    expect(failure).toBeNull();
    expect(tally).toEqual({ schedules: 5_500, steps: 11_000, moments: 16_500 });
    expect(workers.flatMap(({ seeds }) => seeds).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('begins nothing after a failure, and says how to have it again', async () => {
    const failing = worker((chunk) => ({
      ...done(chunk),
      failure: chunk.seed === 2 ? 'lost: PARLEY_SIMULATION=2:9' : null,
    }));
    const { failure } = await runChunks(chunksOf('1', 9_000), [failing]);
    expect(failure).toMatch('PARLEY_SIMULATION=2:9');
    expect(failing.seeds).toEqual([1, 2]);
  });

  it('fails with a worker that dies, and where fewer were carried out than asked for', async () => {
    const dying = worker(() => Promise.reject(new Error('A worker ended by SIGKILL.')));
    expect((await runChunks(chunksOf('5', 1_000), [dying])).failure).toMatch(/SIGKILL.*PARLEY_SIMULATION=5/s);
    const idle = worker((chunk) => done({ ...chunk, runs: 1 }));
    expect((await runChunks(chunksOf('5', 1_000), [idle])).failure).toMatch('Only 1 of 1000');
  });
});
