import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** How long a process gets to notice; one that is stopped or dead never does. */
const NOTICED_MS = 5_000;
const TOLERANCE_MS = 1_000;

/** The wall clocks of the rig's Node processes, each to be set wrong by itself while it runs. */
export class Clocks {
  private constructor(private readonly directory: string) {}

  static async open(): Promise<Clocks> {
    return new Clocks(await mkdtemp(join(tmpdir(), 'parley-clocks-')));
  }

  /** What a process needs in its environment to have such a clock. */
  environment(name: string): Record<string, string> {
    const program = pathToFileURL(join(import.meta.dirname, 'shifted-clock.mjs')).href;
    return { NODE_OPTIONS: `--import=${program}`, SHIFTED_CLOCK: this.fileOf(name) };
  }

  /** Sets a process's clock to the machine's and so many milliseconds. Answers whether the process itself saw it. */
  async shift(name: string, byMs: number): Promise<boolean> {
    const file = this.fileOf(name);
    await rm(`${file}.seen`, { force: true });
    await writeFile(`${file}.next`, String(byMs));
    await rename(`${file}.next`, file);
    for (let waited = 0; waited < NOTICED_MS; waited += 50) {
      const seen = await readFile(`${file}.seen`, 'utf8').catch(() => 'nothing');
      if (Math.abs(Number(seen) - byMs) < TOLERANCE_MS) return true;
      await pause(50);
    }
    return false;
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  private fileOf(name: string): string {
    return join(this.directory, name);
  }
}
