import type { Reporter, Suite } from '@playwright/test/reporter';
import { appendFileSync } from 'node:fs';

/** Notes how many tests a run had, for the sum at the end of `npm test`: a line in the file that `PARLEY_TEST_COUNTS` names; without it, nothing. */
export default class CountReporter implements Reporter {
  private tests: ReturnType<Suite['allTests']> = [];
  private errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.tests = suite.allTests();
  }

  /** An error outside any test, such as a file that cannot be read. */
  onError(): void {
    this.errors += 1;
  }

  onEnd(): void {
    const file = process.env['PARLEY_TEST_COUNTS'];
    if (file === undefined) return;
    const passed = this.tests.filter((test) => test.outcome() === 'expected').length;
    const failed = this.tests.length - passed + this.errors;
    appendFileSync(file, `${JSON.stringify({ passed, failed })}\n`);
  }
}
