import { readFileSync } from 'node:fs';

/** What each process holds in memory, over a run: looked at now and then, in bytes. */
export class Memory {
  private readonly looks = new Map<string, number[]>();

  /** @param pids of the processes, by name; asked anew for each look */
  constructor(private readonly pids: () => ReadonlyMap<string, number>) {}

  look(): void {
    for (const [name, pid] of this.pids()) this.looks.set(name, [...(this.looks.get(name) ?? []), residentOf(pid)]);
  }

  /** For each process the median of the second quarter of looks (the first is for warming up) and of the last. */
  figures(): { name: string; early: number; late: number }[] {
    return [...this.looks].map(([name, all]) => {
      const quarter = Math.ceil(all.length / 4);
      return { name, early: median(all.slice(quarter, 2 * quarter)), late: median(all.slice(-quarter)) };
    });
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Linux alone tells it. */
function residentOf(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib ?? 0) * 1_024;
}
