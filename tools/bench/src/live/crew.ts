import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figures } from '../comparison';
import { since, times, type Side, type UsedMs } from './side';
import { dueOf, figuresOf, partsOf, type Borne } from './tally';
import type { WorkerOrder, WorkerReport } from './worker-words';

export type Load = Omit<Extract<WorkerOrder, { type: 'load' }>, 'type' | 'number'>;
type ReportOf<T extends WorkerReport['type']> = Extract<WorkerReport, { type: T }>;

const WORKERS = 2;
/** Connections that each opens at once. */
const OPENING = 16;
/** For so long after the last message it is waited for whatever has not been heard yet. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 50;
/** Of what a process said before it ended, so many characters are told. */
const LAST_WORDS = 2_000;

export interface CrewOptions {
  /** What each of the processes runs. */
  readonly program?: string;
  readonly patienceMs?: number;
}

/**
 * The processes that carry the connections to one side, apart from it: their own processor time counts for nobody. Once one of them has ended, or a
 * connection, nothing that is measured is worth anything: whatever is under way, and everything after it, rejects with the reason.
 */
export class Crew {
  readonly #side: Side;
  readonly #patienceMs: number;
  readonly #workers: ChildProcess[];
  readonly #failed = Promise.withResolvers<never>();
  readonly #answers = new Map<ChildProcess, (report: WorkerReport) => void>();
  #isStopped = false;
  #loads = 0;
  #idle: UsedMs = {};
  /** Of the load before: processor time for each message above what idling costs, in microseconds by what used it. */
  parts: Figures = {};

  constructor(
    side: Side,
    { program = join(import.meta.dirname, 'worker.ts'), patienceMs = PATIENCE_MS }: CrewOptions = {},
  ) {
    this.#side = side;
    this.#patienceMs = patienceMs;
    this.#failed.promise.catch(() => undefined);
    this.#workers = Array.from({ length: WORKERS }, () => this.#start(program));
  }

  /** Opens every connection, as soon as it goes or evenly over a time. Resolves with how long each took, in milliseconds. @throws Error where one is refused */
  async connect({ atOnce = OPENING, overMs = 0 } = {}): Promise<number[]> {
    const { seats } = this.#side;
    // By halves, as neighbours sit in the same room: a sender and who hears it are in one process, and their clocks are one.
    const share = Math.ceil(seats.length / WORKERS);
    const seatsOf = (place: number) => seats.slice(place * share, (place + 1) * share);
    const reports = await this.#all('connected', (place) => ({
      type: 'connect',
      seats: seatsOf(place),
      atOnce,
      overMs,
    }));
    return reports.flatMap(({ joinMs }) => joinMs);
  }

  /** Closes every connection. */
  async leave(): Promise<void> {
    await this.#all('left', () => ({ type: 'leave' }));
  }

  /**
   * Measures for so long what the side uses while nobody asks anything of it, which is taken off what a message costs from then on.
   * Answers it in milliseconds of processor time a second.
   */
  async idle(ms: number): Promise<UsedMs> {
    const [before, startedAt] = [this.#side.used(), performance.now()];
    await Promise.race([pause(ms, undefined, { ref: false }), this.#failed.promise]);
    this.#idle = times(since(before, this.#side.used()), 1_000 / (performance.now() - startedAt));
    return this.#idle;
  }

  /**
   * Puts a load on the side, and answers what it took.
   * @throws Error where something was refused, was not heard by all who should have, or where a connection ended
   */
  async bear({ pace, ...load }: Load): Promise<Figures> {
    const number = ++this.#loads;
    const [before, startedAt] = [this.#side.used(), performance.now()];
    const split = 'inFlight' in pace ? { inFlight: pace.inFlight / WORKERS } : { perSecond: pace.perSecond / WORKERS };
    const loaded = await this.#all('loaded', () => ({ type: 'load', number, pace: split, ...load }));
    const refused = loaded.reduce((sum, report) => sum + report.refused, 0);
    if (refused > 0) throw new Error(`${refused} messages were refused.`);
    await this.#allHeard(dueOf(loaded, this.#side.seats));
    const [used, ms] = [since(before, this.#side.used()), performance.now() - startedAt];
    const heard = await this.#all('heard', () => ({ type: 'tell' }));
    const borne: Borne = { loaded, heard, used, ms, idle: this.#idle };
    this.parts = partsOf(borne);
    return figuresOf(borne);
  }

  stop(): void {
    this.#isStopped = true;
    for (const worker of this.#workers) worker.kill('SIGKILL');
  }

  async #allHeard(due: number): Promise<void> {
    const givenUpAt = performance.now() + this.#patienceMs;
    for (;;) {
      const counted = await this.#all('counted', () => ({ type: 'count' }));
      const heard = counted.reduce((sum, report) => sum + report.heard, 0);
      if (heard === due) return;
      if (heard > due) throw new Error(`${heard} deliveries, and only ${due} were due.`);
      if (performance.now() > givenUpAt)
        throw new Error(`${due - heard} of ${due} deliveries did not come within ${this.#patienceMs / 1_000} s.`);
      await pause(LOOK_MS);
    }
  }

  #start(program: string): ChildProcess {
    const worker = fork(program, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    let words = '';
    worker.stderr?.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-LAST_WORDS)));
    worker.on('message', (report: WorkerReport) => {
      if (report.type === 'failed') this.#failed.reject(new Error(report.reason));
      else this.#answers.get(worker)?.(report);
    });
    void once(worker, 'close').then(([code, signal]) => {
      if (this.#isStopped) return;
      const how = signal === null ? `exit code ${String(code)}` : String(signal);
      this.#failed.reject(new Error(`A process that carries connections ended (${how}): ${words.trim()}`));
    });
    return worker;
  }

  #all<T extends WorkerReport['type']>(_: T, order: (place: number) => WorkerOrder): Promise<ReportOf<T>[]> {
    const answers = this.#workers.map((worker, place) => {
      const { promise, resolve } = Promise.withResolvers<ReportOf<T>>();
      this.#answers.set(worker, (report) => resolve(report as ReportOf<T>));
      // One that has ended is told of by how it ended.
      worker.send(order(place), () => undefined);
      return promise;
    });
    return Promise.race([Promise.all(answers), this.#failed.promise]);
  }
}
