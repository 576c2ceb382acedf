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

  const suite = (testFilePath: string, ...failures: string[]) => ({
    testFilePath,
    testResults: failures.map((fullName) => ({ fullName, status: 'failed', failureMessages: [`${fullName}: why`] })),
  });

  it('adds up what each run noted; a suite that could not run counts as a failure', async () => {
    const file = join(directory, 'counts.jsonl');
    const reporter = new CountReporter({}, { file });
    const unreadable = { testFilePath: join(process.cwd(), 'b.spec.ts'), testExecError: { message: 'No such file.' } };
    const counted = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 0 };
    reporter.onRunComplete(new Set(), { ...counted, testResults: [suite(join(process.cwd(), 'a.spec.ts'), 'is so')] });
    const testResults = [{ ...unreadable, testResults: [] }];
    reporter.onRunComplete(new Set(), {
      numPassedTests: 4,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 2,
      testResults,
    });
    expect(await readCounts(file)).toEqual({
      ...{ passed: 7, failed: 3 },
      failures: ['a.spec.ts › is so\nis so: why', 'b.spec.ts\nNo such file.'],
    });
  });

  it('tells of each failure the beginning, without its colours, and of many the first', async () => {
    const file = join(directory, 'counts.jsonl');
    const long = ['\u001b[31mExpected\u001b[39m', ...Array.from({ length: 100 }, (_, line) => `line ${line}`)].join(
      '\n',
    );
    const testResults = Array.from({ length: 30 }, (_, place) => ({
      testFilePath: join(process.cwd(), `${place}.spec.ts`),
      testResults: [{ fullName: 'is so', status: 'failed', failureMessages: [long] }],
    }));
    const counted = { numPassedTests: 0, numFailedTests: 30, numRuntimeErrorTestSuites: 0 };
    new CountReporter({}, { file }).onRunComplete(new Set(), { ...counted, testResults });
    const { failures } = await readCounts(file);
    expect(failures).toHaveLength(20);
    expect(failures[0]?.split('\n').slice(0, 2)).toEqual(['0.spec.ts › is so', 'Expected']);
    expect(failures[0]?.split('\n')).toHaveLength(13);
  });

  it('knows that nothing ran', async () => {
    expect(await readCounts(join(directory, 'nothing'))).toEqual({ passed: 0, failed: 0, failures: [] });
  });
});
