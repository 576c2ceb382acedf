import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addProfile, emptyTree, shares, type CpuProfile, type Span } from './call-tree';
import { flameGraph } from './flame-graph';

export type ProfiledSide = 'parley' | 'bare';
/** Which side a process belongs to, and what it is: `parley-realtime-gateway`. */
export type Profiled = `${ProfiledSide}-${string}`;

/** Does the work, and has what a side does meanwhile counted to that load, where anything is profiled. */
export type During = <T>(load: string, work: () => Promise<T>) => Promise<T>;

export const duringOf =
  (profiling: Profiling | undefined, side: ProfiledSide): During =>
  (load, work) =>
    profiling === undefined ? work() : profiling.during(side, load, work);

const MOST = 12;

/** V8's profiles of processes of both sides: where their time went while a load was on them, a flame graph for each program and load. */
export class Profiling {
  readonly #folder: string;
  /** By load and side. */
  readonly #spans = new Map<string, Span[]>();

  /** @param folder is emptied of what an earlier run left */
  constructor(folder: string) {
    this.#folder = resolve(folder);
    rmSync(this.#raw(), { recursive: true, force: true });
    mkdirSync(this.#raw(), { recursive: true });
  }

  /** What Node is started with so that it writes a profile when it ends. */
  flags(profiled: Profiled): string[] {
    return ['--cpu-prof', `--cpu-prof-dir=${join(this.#raw(), profiled)}`];
  }

  /** Whatever the processes of a side do meanwhile is counted to that load. */
  async during<T>(side: ProfiledSide, load: string, work: () => Promise<T>): Promise<T> {
    const from = now();
    const done = await work();
    const key = `${side} ${load}`;
    this.#spans.set(key, [...(this.#spans.get(key) ?? []), [from, now()]]);
    return done;
  }

  /** Draws what was profiled into the folder. Answers the largest shares of each as text. To be called once the processes have ended. */
  draw(): string {
    const told: string[] = [];
    for (const profiled of readdirSync(this.#raw()).sort()) {
      const folder = join(this.#raw(), profiled);
      const profiles = readdirSync(folder).map(
        (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CpuProfile,
      );
      for (const [key, spans] of this.#spans) {
        const [side = '', load] = [key.split(' ', 1)[0], key.slice(key.indexOf(' ') + 1)];
        if (!profiled.startsWith(`${side}-`)) continue;
        const tree = emptyTree();
        for (const profile of profiles) addProfile(tree, profile, spans);
        if (tree.totalUs === 0) continue;
        const title = `${profiled}: ${load}`;
        writeFileSync(join(this.#folder, `${title.replace(/\W+/g, '-')}.svg`), flameGraph(title, tree));
        told.push(summary(title, tree.totalUs, spans, shares(tree)));
      }
    }
    return told.join('\n\n');
  }

  #raw(): string {
    return join(this.#folder, 'raw');
  }
}

function summary(title: string, busyUs: number, spans: readonly Span[], found: ReturnType<typeof shares>): string {
  const wholeUs = spans.reduce((sum, [from, until]) => sum + until - from, 0);
  const lines = (list: readonly [string, number][]): string[] =>
    list.slice(0, MOST).map(([name, share]) => `  ${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
  const head = `${title}: busy for ${(busyUs / 1e6).toFixed(1)} s, in ${(wholeUs / 1e6).toFixed(1)} s`;
  return [head, ...lines(found.owners), '  by function, without what it calls:', ...lines(found.functions)].join('\n');
}

const now = (): number => Number(process.hrtime.bigint() / 1_000n);
