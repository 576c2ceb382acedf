import { asked, runChunk } from './chunk.fixture';

const { seed, path } = asked(process.env['PARLEY_SIMULATION']);
/** How many schedules to try. */
const runs = Number(process.env['PARLEY_SIMULATION_RUNS'] ?? 300);

describe('the simulation', () => {
  it('keeps every promise in every schedule', async () => {
    const { tally, failure } = await runChunk({ seed, path, runs });
    expect(failure).toBeNull();
    expect(tally.schedules).toBeGreaterThanOrEqual(path === '' ? runs : 1);
  }, 3_600_000);
});
