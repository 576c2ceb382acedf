import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** What a process holds, in bytes: what is alive once all garbage is collected, and what the system gives it. */
export interface Held {
  readonly live: number;
  readonly resident: number;
}

/** A process's memory over a run: the medians of the second quarter of looks (the first is for warming up) and of the last. */
export interface MemoryFigures {
  readonly name: string;
  readonly early: Held;
  readonly late: Held;
}

const LookSchema = z.object({ look: z.int(), live: z.number(), resident: z.number() });
type Look = z.infer<typeof LookSchema>;

/** How long a process may take to answer a look, behind whatever it has to do. */
const PATIENCE_MS = 10_000;

/** What lets processes be looked into by this. @param directory where they write what they hold */
export const memoryProbe = (directory: string): Record<string, string> => ({
  NODE_OPTIONS: `--expose-gc --import=${pathToFileURL(join(import.meta.dirname, 'memory-probe.mjs')).href}`,
  PARLEY_MEMORY_DIR: directory,
});

/** What each process holds in memory, over a run: looked at now and then. */
export class Memory {
  private readonly looks = new Map<string, Look[]>();

  /**
   * @param pids of the processes, by name; asked anew for each look
   * @param directory the one that they write to
   */
  constructor(
    private readonly pids: () => ReadonlyMap<string, number>,
    private readonly directory: string,
  ) {}

  /** Lets each process collect its garbage and say what is left. One that has ended, or does not answer, is left out. */
  async look(): Promise<void> {
    await Promise.all(
      [...this.pids()].map(async ([name, pid]) => {
        const look = await this.ask(pid);
        if (look !== undefined) this.looks.set(name, [...(this.looks.get(name) ?? []), look]);
      }),
    );
  }

  figures(): MemoryFigures[] {
    return [...this.looks].map(([name, all]) => {
      const quarter = Math.ceil(all.length / 4);
      return { name, early: medians(all.slice(quarter, 2 * quarter)), late: medians(all.slice(-quarter)) };
    });
  }

  private async ask(pid: number): Promise<Look | undefined> {
    const file = join(this.directory, `${pid}.json`);
    const before = read(file)?.look ?? 0;
    const until = performance.now() + PATIENCE_MS;
    try {
      process.kill(pid, 'SIGUSR2');
    } catch {
      return undefined;
    }
    while (performance.now() < until) {
      const look = read(file);
      if (look !== undefined && look.look > before) return look;
      await sleep(50);
    }
    return undefined;
  }
}

function read(file: string): Look | undefined {
  return existsSync(file) ? LookSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

const medians = (looks: readonly Held[]): Held => ({
  live: median(looks.map(({ live }) => live)),
  resident: median(looks.map(({ resident }) => resident)),
});

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
