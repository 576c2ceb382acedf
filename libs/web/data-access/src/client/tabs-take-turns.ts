import type { TakeTurns } from '@parley/client';

/** The part of the browser's `LockManager` that is needed. */
export interface TabLocks {
  request(name: string, options: { signal: AbortSignal }, use: () => Promise<void>): Promise<unknown>;
}

const LOCK = 'parley.refresh';
/** How long a tab waits for its turn, in milliseconds: one that has stopped in mid-work must not keep the others signed out. */
const PATIENCE_MS = 5_000;

/** Has one tab of the browser at a time do its work, by a Web Lock; without locks, and where the turn does not come, it is done at once. */
export function tabsTakeTurns(locks: TabLocks | undefined, patienceMs = PATIENCE_MS): TakeTurns {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const turn: { result?: Promise<T> } = {};
    const use = async (): Promise<void> => {
      turn.result = work();
      // Whoever wants the result hears of its failure; the lock is free either way.
      await turn.result.catch(() => undefined);
    };
    // The signal ends the waiting alone: who has the lock has it until the work is done.
    await locks?.request(LOCK, { signal: AbortSignal.timeout(patienceMs) }, use).catch(() => undefined);
    return turn.result ?? work();
  };
}
