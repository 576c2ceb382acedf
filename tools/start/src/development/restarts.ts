import { messageOf } from '@parley/server-embedded';
import {
  DATABASES,
  migrateDatabases,
  type DatabaseName,
  type ProgramName,
  type RunningSystem,
} from '@parley/server-system';
import type { ServiceWatchListener } from './service-watch';

export interface RestartOptions {
  readonly system: RunningSystem;
  readonly distDir: string;
  readonly databases: Readonly<Record<DatabaseName, string>>;
  readonly tell: (line: string) => void;
}

/** Runs what was built anew in place of what runs, one program after the other; a database is migrated first. */
export class Restarts implements ServiceWatchListener {
  readonly #waiting = new Set<ProgramName>();
  #working: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(private readonly options: RestartOptions) {}

  rebuilt(program: ProgramName): void {
    // A second change that comes while the first one waits needs no turn of its own.
    if (this.#waiting.has(program)) return;
    this.#waiting.add(program);
    this.#working = this.#working.then(() => this.#restart(program));
  }

  failed(program: ProgramName, error: string): void {
    this.options.tell(`${program} does not compile, the last good one runs on: ${error}`);
  }

  /** Restarts nothing more; resolves when what was begun is done. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.idle();
  }

  /** Resolves when everything that was built so far runs. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #restart(program: ProgramName): Promise<void> {
    const { system, distDir, databases, tell } = this.options;
    this.#waiting.delete(program);
    if (this.#isStopped) return;
    try {
      const services = DATABASES.filter((name) => name === program);
      if (services.length > 0) await migrateDatabases({ distDir, databases, services });
      for (const [name, process] of system.processes) {
        if (name !== program && !name.startsWith(`${program}-`)) continue;
        await process.restart();
        await system.ready(name);
        tell(`${name} runs anew`);
      }
    } catch (error) {
      tell(messageOf(error));
    }
  }
}
