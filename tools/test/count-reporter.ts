import { appendFileSync } from 'node:fs';

/** What of Jest's results is counted. */
interface RunResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Suites that could not even start. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * A Jest reporter that notes how many tests a run had, for the sum at the end of `npm test`. Writes to the file that `PARLEY_TEST_COUNTS` names;
 * without it, nothing. Node itself loads this file, so its types are such as can be stripped.
 */
export default class CountReporter {
  private readonly file: string | undefined;

  constructor(_config: unknown, options: { file?: string } = {}) {
    this.file = options.file ?? process.env['PARLEY_TEST_COUNTS'];
  }

  onRunComplete(_contexts: unknown, results: RunResults): void {
    if (this.file === undefined) return;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    appendFileSync(this.file, `${JSON.stringify({ passed: results.numPassedTests, failed })}\n`);
  }
}
