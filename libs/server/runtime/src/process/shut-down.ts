import type { Logger } from '../logging/create-logger';
import type { Readiness } from '../ops/readiness';

interface Step {
  readonly name: string;
  readonly run: ShutDownStep;
}

/** One thing to do at the end. `hurry` is aborted where nobody is to be waited for that can do without. */
export type ShutDownStep = (hurry: AbortSignal) => Promise<void> | void;

export interface ShutDownOptions {
  readonly log: Logger;
  readonly readiness: Readiness;
  /** Time for everything together, in milliseconds. */
  readonly graceMs: number;
}

/** The end of a process: unready, then the drain steps in their order, then what was opened is closed in reverse, then exit. */
export class ShutDown {
  readonly #options: ShutDownOptions;
  readonly #drains: Step[] = [];
  readonly #closes: Step[] = [];
  #step = 'nothing yet';
  #begun = false;
  readonly #hurry = new AbortController();

  constructor(options: ShutDownOptions) {
    this.#options = options;
  }

  onDrain(name: string, run: ShutDownStep): void {
    this.#drains.push({ name, run });
  }

  onClose(name: string, run: ShutDownStep): void {
    this.#closes.unshift({ name, run });
  }

  /**
   * Ends the process on SIGTERM and SIGINT. SIGTERM is said to one of many, whose clients go to the others and are given the time for it; SIGINT is said to
   * all at once, by Ctrl-C or by whoever started them, and hurries. One that comes later changes nothing else. An error that nobody handled leaves the process in no known state: it is logged and the process ends at once.
   */
  listen(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.begin(signal));
    process.on('uncaughtException', (error: unknown, origin) => {
      this.#options.log.fatal({ err: error, origin }, 'an error was not handled');
      process.exit(1);
    });
  }

  begin(reason: NodeJS.Signals): void {
    if (reason === 'SIGINT') this.#hurry.abort();
    if (this.#begun) return;
    this.#begun = true;
    const { log, readiness, graceMs } = this.#options;
    readiness.markDraining();
    log.info({ reason }, 'shutting down');
    const timer = setTimeout(() => {
      log.error(`Shutting down took longer than ${graceMs} ms; it was still busy with: ${this.#step}.`);
      process.exit(1);
    }, graceMs);
    void this.#run().then((clean) => {
      clearTimeout(timer);
      log.info('shut down');
      process.exit(clean ? 0 : 1);
    });
  }

  /** Takes every step, also after one has failed; answers whether none did. */
  async #run(): Promise<boolean> {
    let clean = true;
    for (const { name, run } of [...this.#drains, ...this.#closes]) {
      this.#step = name;
      try {
        await run(this.#hurry.signal);
      } catch (error) {
        clean = false;
        this.#options.log.error({ err: error, step: name }, 'a step of the shutdown failed');
      }
    }
    return clean;
  }
}
