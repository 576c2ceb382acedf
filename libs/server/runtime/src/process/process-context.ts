import type { Registry } from 'prom-client';
import type { Logger } from '../logging/create-logger';
import type { Readiness } from '../ops/readiness';
import type { ShutDownStep } from './shut-down';

/** What the bootstrap hands to a process's own start. */
export interface ProcessContext<Config> {
  readonly name: string;
  readonly config: Config;
  readonly log: Logger;
  readonly readiness: Readiness;
  /** Served under `/metrics`. */
  readonly metrics: Registry;
  /**
   * Adds a step to take when the process is told to end, after it has become unready and before `stop`: to stop accepting, to let
   * work in progress end, to move clients elsewhere. Steps run one after the other in the order they were added. One that takes long ends early
   * when its signal is aborted: then everything ends at once, and there is nowhere to move to.
   */
  onDrain(name: string, step: ShutDownStep): void;
}

/** A started process. */
export interface Running {
  /** Closes everything that `start` opened. */
  stop(): Promise<void>;
}
