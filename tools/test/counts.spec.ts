import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import CountReporter from './count-reporter';
import { readCounts } from './counts';

describe('counting tests over many runs', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-counts-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('adds up what each run noted; a suite that could not run counts as a failure', async () => {
    const file = join(directory, 'counts.jsonl');
    const reporter = new CountReporter({}, { file });
    reporter.onRunComplete(new Set(), { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 0 });
    reporter.onRunComplete(new Set(), { numPassedTests: 4, numFailedTests: 0, numRuntimeErrorTestSuites: 2 });
    expect(await readCounts(file)).toEqual({ passed: 7, failed: 3 });
  });

  it('knows that nothing ran', async () => {
    expect(await readCounts(join(directory, 'nothing'))).toEqual({ passed: 0, failed: 0 });
  });
});
