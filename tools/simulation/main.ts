import { build } from 'esbuild';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chunksOf, runChunks } from './chunks';
import { startWorker } from './worker';

/**
 * Carries out the schedules of the SDK's simulation (`docs/simulation.md`), spread over the machine's cores: as many as `PARLEY_SIMULATION_RUNS` says
 * (100,000), from the seed `PARLEY_SIMULATION` (2026), or with `seed:path` the one that failed. Fails with the first that breaks a promise.
 */
const RUNS = 100_000;
/** One schedule takes a few milliseconds: whoever has not answered for so long hangs. */
const CHUNK_MS = 900_000;

const root = join(import.meta.dirname, '../..');
const replay = process.env['PARLEY_SIMULATION'] ?? '2026';
const runs = Number(process.env['PARLEY_SIMULATION_RUNS'] ?? RUNS);
const chunks = chunksOf(replay, runs);

const scratch = await mkdtemp(join(tmpdir(), 'parley-simulation-'));
try {
  const outfile = join(scratch, 'worker.mjs');
  await build({
    entryPoints: [join(root, 'libs/client/src/simulation/worker.fixture.ts')],
    tsconfig: join(root, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const count = Math.min(chunks.length, availableParallelism(), 4);
  const workers = Array.from({ length: count }, () => startWorker(outfile, CHUNK_MS));
  const from = performance.now();
  const { tally, failure } = await runChunks(chunks, workers);
  for (const worker of workers) worker.stop();
  const seconds = Math.round((performance.now() - from) / 1_000);
  console.log(
    `simulation: ${tally.schedules} schedules, ${tally.steps} steps, ${tally.moments} moments ` +
      `in ${seconds} s, ${count} at a time`,
  );
  if (failure !== null) console.error(`A promise was broken.\n${failure}`);
  process.exitCode = failure === null ? 0 : 1;
  const counts = process.env['PARLEY_TEST_COUNTS'];
  const passed = failure === null ? 1 : 0;
  if (counts !== undefined) appendFileSync(counts, `${JSON.stringify({ passed, failed: 1 - passed })}\n`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
