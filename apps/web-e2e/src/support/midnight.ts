import { test } from './test';

/** No test that asks for "today" takes longer, in milliseconds. */
const ENOUGH_MS = 90_000;

/** Waits for the next day where this one is nearly over, so that it does not end in the midst of a test that tells of today. */
export async function clearOfMidnight(): Promise<void> {
  const midnight = new Date();
  midnight.setHours(24, 0, 0, 0);
  const leftMs = midnight.getTime() - Date.now();
  if (leftMs > ENOUGH_MS) return;
  test.setTimeout(test.info().timeout + leftMs);
  await new Promise((resolve) => setTimeout(resolve, leftMs + 1_000));
}
