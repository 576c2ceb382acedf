import fc from 'fast-check';
import { run, schedules, type Tally } from './schedule.fixture';

/** `seed` or `seed:path`, as a failure names them, replays that run; without it the same schedules each time. */
const replay = process.env['PARLEY_SIMULATION'] ?? '2026';
const [seed = ''] = replay.split(':');
const path = replay.slice(seed.length + 1);
/** How many schedules to try. */
const numRuns = Number(process.env['PARLEY_SIMULATION_RUNS'] ?? 300);

describe('the simulation', () => {
  it('keeps every promise in every schedule', async () => {
    const tally: Tally = { schedules: 0, steps: 0, moments: 0 };
    const from = performance.now();
    await fc.assert(
      fc.asyncProperty(schedules, (schedule) => run(schedule, tally)),
      { numRuns, seed: Number(seed), ...(path === '' ? {} : { path }) },
    );
    const seconds = Math.round((performance.now() - from) / 1_000);
    process.stdout.write(
      `simulation: ${tally.schedules} schedules, ${tally.steps} steps, ${tally.moments} moments in ${seconds} s\n`,
    );
    expect(tally.schedules).toBeGreaterThanOrEqual(path === '' ? numRuns : 1);
  }, 3_600_000);
});
