import { ParleyError } from '@parley/contracts';

/** How long an answer may take before the same is asked again beside it, in milliseconds. */
const SLOW_MS = 4_000;

/**
 * Asks to exchange a refresh token, and once more where no answer comes, or none for a while: it may have been replaced all the same. The server
 * answers both the same successor, for ten seconds (contract, `POST /auth/refresh`). What comes first holds; a slow answer is as good as another.
 */
export async function askTwice<T>(ask: () => Promise<T>): Promise<T> {
  const first = ask();
  if (await isSettledWithin(SLOW_MS, first)) {
    try {
      return await first;
    } catch (error) {
      if (isSilence(error)) return ask();
      throw error;
    }
  }
  try {
    return await Promise.any([first, ask()]);
  } catch (error) {
    const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
    throw errors.find((each) => !isOutcomeUnknown(each)) ?? errors[0];
  }
}

/** Whether nobody can tell from this error what became of the token: nothing was answered, or by one that does not know itself. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof ParleyError && error.code === 'unavailable';
}

/** Only silence has a cause. */
function isSilence(error: unknown): boolean {
  return isOutcomeUnknown(error) && error instanceof ParleyError && error.cause !== undefined;
}

async function isSettledWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const settled = (): boolean => true;
  return Promise.race([promise.then(settled, settled), late.promise]).finally(() => clearTimeout(timer));
}
