import type { Logger } from './logging/create-logger';
import { newRequestId, requestContext } from './request-context';

/** A task that runs again and again. */
export interface PeriodicTask {
  /** Ends the series and waits for the run in progress, whose signal is aborted. */
  stop(): Promise<void>;
}

/** Instances that started together drift apart by up to this part of the period. */
const JITTER = 0.1;

/**
 * Runs `task` about every `ms` milliseconds, the first time after one period; the pause begins when a run has ended, so that runs
 * never overlap. A run that fails is logged and the series goes on. Each run has a request id of its own.
 */
export function every(
  ms: number,
  name: string,
  task: (signal: AbortSignal) => Promise<void>,
  log: Logger,
): PeriodicTask {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    try {
      await requestContext.run({ requestId: newRequestId() }, () => task(abort.signal));
    } catch (error) {
      if (!abort.signal.aborted) log.error({ err: error, task: name }, 'a periodic task failed');
    }
    schedule();
  }
  function schedule(): void {
    if (abort.signal.aborted) return;
    const pause = ms * (1 - JITTER + 2 * JITTER * Math.random());
    timer = setTimeout(() => {
      running = run();
    }, pause);
    timer.unref();
  }

  schedule();
  return {
    stop: () => {
      abort.abort();
      clearTimeout(timer);
      return running;
    },
  };
}
