import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What of a suite's results is told again. */
interface SuiteResults {
  readonly testFilePath: string;
  /** Why it could not start; missing, or null, where it did. */
  readonly testExecError?: { readonly message?: string } | null;
  readonly testResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** What of Jest's results is counted. */
interface RunResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Suites that could not even start. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly SuiteResults[];
}

/** As much of why a test failed as is told again at the end: lines. */
const LINES = 12;

const reasonOf = (text: string): string => stripVTControlCharacters(text).split('\n').slice(0, LINES).join('\n');

function failuresOf({ testFilePath, testExecError, testResults }: SuiteResults): string[] {
  const file = relative(process.cwd(), testFilePath);
  if (testExecError) return [`${file}\n${reasonOf(testExecError.message ?? '')}`];
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${reasonOf(failureMessages[0] ?? '')}`);
}

/**
 * A Jest reporter that notes how many tests a run had, and which failed, for the end of `npm test`. Writes to the file that `PARLEY_TEST_COUNTS` names;
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
    const failures = results.testResults.flatMap(failuresOf);
    appendFileSync(this.file, `${JSON.stringify({ passed: results.numPassedTests, failed, failures })}\n`);
  }
}
