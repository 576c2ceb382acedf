import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../startup-error';
import { isAlive, type ProcessIdentity } from './process-identity';

/** A signal, and how long the process may take to end after it before the next step. */
export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly graceMs: number;
}

const POLL_MS = 25;
/** How long the kernel is given to bury a process after SIGKILL: one in uninterruptible disk sleep takes its time. */
const BURIAL_MS = 5_000;

/** Sends a signal to one process, or to its whole group; false when nobody is left to get it, or none that may be sent it. */
export function signalProcess(pid: number, signal: NodeJS.Signals, scope: 'process' | 'group' = 'process'): boolean {
  try {
    process.kill(scope === 'group' ? -pid : pid, signal);
    return true;
  } catch (error) {
    if (['ESRCH', 'EPERM'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

/**
 * Ends a process that leads a group of its own: each step's signal goes to the leader, which gets the step's time to end
 * in order; whatever is left then, its descendants included, is killed. Resolves once the leader is gone; rejects when
 * it outlives SIGKILL by 5 s, which it also does when this user may not signal it.
 */
export async function endProcess(identity: ProcessIdentity, steps: readonly StopStep[]): Promise<void> {
  for (const { signal, graceMs } of steps) {
    if (!isAlive(identity)) break;
    signalProcess(identity.pid, signal);
    // A stopped process (SIGSTOP) does not see the signal before it goes on.
    signalProcess(identity.pid, 'SIGCONT');
    if (await isGoneWithin(identity, graceMs)) break;
  }
  signalProcess(identity.pid, 'SIGKILL', 'group');
  if (!(await isGoneWithin(identity, BURIAL_MS))) throw new Error(`Process ${identity.pid} could not be ended.`);
}

async function isGoneWithin(identity: ProcessIdentity, graceMs: number): Promise<boolean> {
  const deadline = performance.now() + graceMs;
  while (isAlive(identity)) {
    if (performance.now() >= deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}
