import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { Log } from '../log';
import { messageOf } from '../startup-error';
import { endProcess, signalProcess, type StopStep } from './end-process';
import { identify, isAlive, type ProcessIdentity } from './process-identity';
import type { ProcessLog } from './process-log';
import type { RunRecord } from './run-record';

/** What to run, and how to treat it. */
export interface ProcessPlan {
  /** The name shown to people. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Where its output goes. */
  readonly output: ProcessLog;
  /** The user to run as; the present one when absent. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  /** Text for its standard input, which is closed afterwards. */
  readonly input?: string;
  /** How to end it; by default SIGTERM and 12 s. */
  readonly stopSteps?: readonly StopStep[];
  /** Whether to start it again when it ends by itself. */
  readonly restart: boolean;
}

/** What a supervised process reports to. */
export interface Supervision {
  readonly log: Log;
  /** Where running processes are noted for the next start. */
  readonly record?: RunRecord | undefined;
}

/** How a process ended. */
export interface End {
  /** In words: `exit code 1`, `SIGKILL`. */
  readonly reason: string;
  /** Its exit code; null where a signal ended it or it never ran. */
  readonly code: number | null;
}

const DEFAULT_STOP: readonly StopStep[] = [{ signal: 'SIGTERM', graceMs: 12_000 }];
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
/** Having run this long, a process counts as healthy and its next end starts the back-off anew. */
const HEALTHY_AFTER_MS = 30_000;
const WATCH_MS = 1_000;
const LOG_CHECK_MS = 10_000;

/**
 * One process in a group of its own, which is started again with a growing delay when it ends unasked, and which leaves
 * nothing behind when it is stopped. It may also be one that an earlier run has started (`adopt`).
 */
export class SupervisedProcess {
  #present: ProcessIdentity | null = null;
  #wanted = false;
  #failures = 0;
  #startedAt = 0;
  #lastEnd: End | null = null;
  #ends = 0;
  #pendingStart: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #logCheck: NodeJS.Timeout | undefined;

  constructor(
    readonly plan: ProcessPlan,
    private readonly supervision: Supervision,
  ) {}

  get name(): string {
    return this.plan.name;
  }

  /** The running process; null while there is none. */
  get identity(): ProcessIdentity | null {
    return this.#present;
  }

  /** How the process last ended; null when it never has. */
  get lastEnd(): End | null {
    return this.#lastEnd;
  }

  /** How often it has ended, in whatever way. */
  get ends(): number {
    return this.#ends;
  }

  /** Starts the process unless it runs. A program that can't be run counts as one that has ended. */
  start(): void {
    this.#wanted = true;
    clearTimeout(this.#pendingStart);
    if (this.#present !== null) return;
    try {
      this.#follow(this.#spawn());
    } catch (error) {
      this.#ended(null, { reason: messageOf(error), code: null });
    }
  }

  /** Takes over a process that an earlier run has started by the same plan. */
  adopt(identity: ProcessIdentity): void {
    this.#wanted = true;
    this.#begin(identity);
    // It is not our child: nobody tells us when it ends.
    this.#watch = setInterval(() => {
      if (!isAlive(identity)) this.#ended(identity, { reason: 'it disappeared', code: null });
    }, WATCH_MS).unref();
  }

  /** Sends a signal, SIGKILL to all its descendants too. Unless the plan says otherwise, a killed process comes back. */
  kill(signal: NodeJS.Signals): void {
    if (this.#present !== null) signalProcess(this.#present.pid, signal, signal === 'SIGKILL' ? 'group' : 'process');
  }

  /** Freezes the process (SIGSTOP) until `resume`. */
  pause(): void {
    this.kill('SIGSTOP');
  }

  /** Lets a frozen process go on. */
  resume(): void {
    this.kill('SIGCONT');
  }

  /** Stops it in order and starts it anew. */
  async restart(): Promise<void> {
    await this.stop();
    this.start();
  }

  /** Ends it for good, by the plan's steps or by others; without any step by SIGKILL. */
  async stop(steps: readonly StopStep[] = this.plan.stopSteps ?? DEFAULT_STOP): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#pendingStart);
    const present = this.#present;
    if (present === null) return;
    await endProcess(present, steps);
    this.#ended(present, { reason: 'stopped', code: null });
  }

  #spawn(): ChildProcess {
    const { command, args, env, cwd, output, account } = this.plan;
    const descriptor = output.open();
    try {
      return spawn(command, args, { env, cwd, detached: true, stdio: ['pipe', descriptor, descriptor], ...account });
    } finally {
      closeSync(descriptor);
    }
  }

  #follow(child: ChildProcess): void {
    // It may end before it reads its input: its exit tells what happened.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(this.plan.input ?? '');
    const identity = child.pid === undefined ? null : (identify(child.pid) ?? { pid: child.pid, born: '' });
    if (identity !== null) this.#begin(identity);
    child.once('error', (error) => this.#ended(identity, { reason: error.message, code: null }));
    child.once('exit', (code, signal) =>
      this.#ended(identity, { reason: signal ?? `exit code ${code ?? 'unknown'}`, code }),
    );
  }

  #begin(identity: ProcessIdentity): void {
    this.#present = identity;
    this.#startedAt = performance.now();
    this.supervision.record?.add({ name: this.name, ...identity });
    this.#logCheck = setInterval(() => this.plan.output.keepWithinLimit(), LOG_CHECK_MS).unref();
  }

  /** Told of each end up to twice (by the exit and by whoever stopped it): the first one counts. */
  #ended(identity: ProcessIdentity | null, end: End): void {
    if (this.#present !== identity) return;
    clearInterval(this.#watch);
    clearInterval(this.#logCheck);
    this.#present = null;
    this.#lastEnd = end;
    this.#ends += 1;
    if (identity !== null) this.supervision.record?.remove(identity);
    if (!this.#wanted) return;
    if (!this.plan.restart) {
      this.supervision.log(`${this.name} ended (${end.reason})`);
      return;
    }
    if (performance.now() - this.#startedAt > HEALTHY_AFTER_MS) this.#failures = 0;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** this.#failures, LONGEST_DELAY_MS);
    this.#failures += 1;
    this.supervision.log(
      `${this.name} ended unexpectedly (${end.reason}); starting it again in ${(delay / 1_000).toFixed(1)} s`,
    );
    this.#pendingStart = setTimeout(() => this.start(), delay);
  }
}
