/** What a wait ends with when its time is over. */
export class DeadlineError extends Error {
  constructor(what: string, ms: number) {
    super(`${what} took longer than ${ms} ms`);
    this.name = 'DeadlineError';
  }
}

/**
 * Runs `work` for at most `ms` milliseconds. The signal is aborted when the time is over, for work that can be called off; work that
 * can't goes on unheard.
 * @throws DeadlineError when the time is over, else whatever `work` throws
 */
export async function withDeadline<T>(
  what: string,
  ms: number,
  work: (signal: AbortSignal) => Promise<T> | T,
): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let lastLook: NodeJS.Immediate | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const end = (): void => {
      const error = new DeadlineError(what, ms);
      abort.abort(error);
      reject(error);
    };
    // A process that was busy finds its timers due before it has read the answers that came in time: those are read first.
    timer = setTimeout(() => (lastLook = setImmediate(end)), ms);
  });
  try {
    return await Promise.race([(async () => work(abort.signal))(), timeout]);
  } finally {
    clearTimeout(timer);
    clearImmediate(lastLook);
  }
}
