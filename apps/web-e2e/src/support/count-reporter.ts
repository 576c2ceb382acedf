import type { Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { appendFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** As much of why a test failed as is told again at the end: lines. */
const LINES = 12;

const reasonOf = ({ message = '' }: TestError): string =>
  stripVTControlCharacters(message).split('\n').slice(0, LINES).join('\n');

/** A test that was not as expected: its name, and why. One that was left out has no reason. */
function nameAndReason(test: TestCase): string {
  const error = test.results.findLast((result) => result.error)?.error;
  return `${test.titlePath().filter(Boolean).join(' › ')}\n${error ? reasonOf(error) : test.outcome()}`;
}

/** Notes how many tests a run had, and which failed, for the end of `npm test`: a line in the file that `PARLEY_TEST_COUNTS` names; without it, nothing. */
export default class CountReporter implements Reporter {
  private tests: ReturnType<Suite['allTests']> = [];
  private readonly errors: string[] = [];

  onBegin(_config: unknown, suite: Suite): void {
    this.tests = suite.allTests();
  }

  /** An error outside any test, such as a file that cannot be read. */
  onError(error: TestError): void {
    this.errors.push(reasonOf(error));
  }

  onEnd(): void {
    const file = process.env['PARLEY_TEST_COUNTS'];
    if (file === undefined) return;
    const missed = this.tests.filter((test) => test.outcome() !== 'expected');
    const failed = missed.length + this.errors.length;
    const failures = [...missed.map(nameAndReason), ...this.errors];
    appendFileSync(file, `${JSON.stringify({ passed: this.tests.length - missed.length, failed, failures })}\n`);
  }
}
