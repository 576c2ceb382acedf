import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `check` no longer throws, for at most `withinMs`; then its last error is thrown. For what happens soon, but not before an answer. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 20_000): Promise<T> {
  const givenUpAt = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > givenUpAt) throw error;
      await pause(20);
    }
  }
}
