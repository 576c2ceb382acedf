import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an assertion until it holds; after `deadlineMs`, which only a failing test spends, its own failure is the test's. */
export async function eventually(assertion: () => void | Promise<void>, deadlineMs = 20_000): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
      await sleep(10);
    }
  }
}
