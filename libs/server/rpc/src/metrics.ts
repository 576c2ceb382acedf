import { errorTable, type ErrorCode } from '@parley/contracts';
import { Histogram, type Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** How a call ended. */
export type Outcome = 'ok' | ErrorCode;

/** Records how long calls took. */
export interface CallTimer {
  /** @param startedAt `performance.now()` at the beginning */
  record(pattern: string, outcome: Outcome, startedAt: number): void;
}

/**
 * The histogram of calls answered (`server`) or made (`client`) by this process, in seconds, by pattern and outcome; `ok` or an error
 * code. Without a registry nothing is recorded.
 */
export function callTimer(side: 'server' | 'client', registry: Registry | undefined): CallTimer {
  if (registry === undefined) return { record: () => undefined };
  const name = `parley_rpc_${side}_duration_seconds`;
  const existing = registry.getSingleMetric(name);
  const histogram =
    existing instanceof Histogram
      ? existing
      : new Histogram({
          name,
          help: `Time that calls took, as seen by the ${side}`,
          labelNames: ['pattern', 'code'],
          buckets: SECONDS,
          registers: [registry],
        });
  return {
    record: (pattern, code, startedAt) => histogram.observe({ pattern, code }, (performance.now() - startedAt) / 1000),
  };
}

/** How loudly the end of a call is logged. */
export function logLevelOf(code: ErrorCode): 'debug' | 'info' | 'error' {
  return errorTable[code].log;
}
