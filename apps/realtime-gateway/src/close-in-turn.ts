import { withDeadline, type Logger } from '@parley/server-runtime';

/** How long each part may take to close; one that hangs keeps neither the others nor whoever waits to be told why nothing started. */
const CLOSE_MS = 2_000;

/** Closes the parts of something that has not started, the last one first. Never rejects. */
export async function closeInTurn(
  opened: readonly (() => unknown)[],
  log: Pick<Logger, 'warn'>,
  withinMs = CLOSE_MS,
): Promise<void> {
  for (const close of opened.toReversed()) {
    try {
      await withDeadline('closing', withinMs, close);
    } catch (error) {
      log.warn({ err: error }, 'a part of what did not start could not be closed');
    }
  }
}
