import { withDeadline } from '../deadline';

/** Resolves when a part works; throws or rejects when it does not. */
export type ReadinessCheck = (signal: AbortSignal) => Promise<void> | void;

/** What `/health/ready` answers. */
export interface ReadinessReport {
  readonly ready: boolean;
  /** Each check by name: `ok`, or why not. */
  readonly checks: Readonly<Record<string, string>>;
}

const CHECK_DEADLINE_MS = 2_000;

/** Whether a process should be sent work. It should not before it has started, while it drains, and while one of its checks fails. */
export class Readiness {
  readonly #checks = new Map<string, ReadinessCheck>();
  #phase: 'starting' | 'running' | 'draining' = 'starting';
  #pending: Promise<ReadinessReport> | undefined;

  get draining(): boolean {
    return this.#phase === 'draining';
  }

  /** Adds a check; each one has two seconds. */
  add(name: string, check: ReadinessCheck): void {
    if (this.#checks.has(name)) throw new Error(`There is a readiness check "${name}" already.`);
    this.#checks.set(name, check);
  }

  /** The process has started all its parts. */
  markStarted(): void {
    if (this.#phase === 'starting') this.#phase = 'running';
  }

  /** The process will end soon. */
  markDraining(): void {
    this.#phase = 'draining';
  }

  /** Runs every check at once; those who ask at the same time share one run. */
  report(): Promise<ReadinessReport> {
    this.#pending ??= this.#run().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #run(): Promise<ReadinessReport> {
    const results = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await outcomeOf(name, check)] as const),
    );
    const checks = { process: this.#phase === 'running' ? 'ok' : this.#phase, ...Object.fromEntries(results) };
    return { ready: Object.values(checks).every((outcome) => outcome === 'ok'), checks };
  }
}

async function outcomeOf(name: string, check: ReadinessCheck): Promise<string> {
  try {
    await withDeadline(name, CHECK_DEADLINE_MS, check);
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  }
}
