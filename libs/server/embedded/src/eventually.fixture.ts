import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats an assertion until it holds; after `deadlineMs` its own failure is the test's. The deadline is long because it
 * is only ever spent by a failing test.
 */
export async function eventually(assertion: () => void | Promise<void>, deadlineMs = 20_000): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
      await sleep(20);
    }
  }
}
