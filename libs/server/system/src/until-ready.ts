import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError, type SupervisedProcess } from '@parley/server-embedded';
import { readableLine } from './readable-line';

const POLL_MS = 100;
const PROBE_DEADLINE_MS = 1_000;
const LAST_WORDS = 12;
/** A process may lose its port to somebody else between the choice and its start, once; twice is no bad luck. */
const ENDS_FORGIVEN = 1;

export interface ReadinessWait {
  /** Where `/health/ready` is answered on the loopback address. */
  readonly opsPort: number;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/**
 * Waits until a process says that it is ready.
 * @throws StartupError with the last lines of its log when it keeps ending or misses the deadline; the signal's reason
 * when that is aborted.
 */
export async function untilReady(
  process: SupervisedProcess,
  { opsPort, deadlineMs, signal }: ReadinessWait,
): Promise<void> {
  const endsBefore = process.ends;
  const endedForGood = (): boolean =>
    process.ends - endsBefore > ENDS_FORGIVEN || (process.identity === null && !process.plan.restart);
  const deadline = performance.now() + deadlineMs;
  let answer = 'it says nothing';
  while (performance.now() < deadline && !endedForGood()) {
    signal.throwIfAborted();
    answer = await askReadiness(opsPort);
    if (answer === '') return;
    await sleep(POLL_MS);
  }
  const reason = endedForGood()
    ? `it ended (${process.lastEnd?.reason ?? 'unknown'})`
    : `not ready after ${deadlineMs / 1_000} s, ${answer}`;
  const lastWords = process.plan.output.tail(LAST_WORDS).map((line) => `\n    ${readableLine(line)}`);
  throw new StartupError(
    `${process.name} did not start: ${reason}. The end of ${process.plan.output.path}:${lastWords.join('')}`,
  );
}

/** '' when ready, else what it lacks. */
async function askReadiness(opsPort: number): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${opsPort}/health/ready`, {
      signal: AbortSignal.timeout(PROBE_DEADLINE_MS),
    });
    const body = await response.text();
    return response.ok ? '' : `it lacks something: ${body.slice(0, 300)}`;
  } catch {
    return 'it does not answer';
  }
}
