import { setTimeout as sleep } from 'node:timers/promises';
import { SupervisedProcess, type End, type ProcessPlan, type Supervision } from './supervised-process';

export interface RunToEndOptions {
  readonly deadlineMs: number;
  /** Ends the process early. */
  readonly signal: AbortSignal;
}

const POLL_MS = 25;
const STOP_STEPS = [{ signal: 'SIGTERM', graceMs: 3_000 }] as const;

/**
 * Runs a program until it ends by itself, in a group of its own and noted in the record like any other process.
 * @returns how it ended, whatever its exit code
 * @throws the signal's reason when that is aborted, an Error at the deadline; nothing of the process is left then.
 */
export async function runToEnd(
  plan: Omit<ProcessPlan, 'restart'>,
  supervision: Supervision,
  { deadlineMs, signal }: RunToEndOptions,
): Promise<End> {
  const process = new SupervisedProcess({ ...plan, restart: false }, { ...supervision, log: () => undefined });
  const deadline = performance.now() + deadlineMs;
  process.start();
  try {
    while (process.lastEnd === null) {
      signal.throwIfAborted();
      if (performance.now() > deadline) throw new Error(`${plan.name} took longer than ${deadlineMs / 1_000} s.`);
      await sleep(POLL_MS);
    }
    return process.lastEnd;
  } finally {
    await process.stop(STOP_STEPS);
  }
}
