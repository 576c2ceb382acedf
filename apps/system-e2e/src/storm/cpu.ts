import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of `/proc` in a second. */
const TICKS = 100;

interface Stat {
  readonly parent: number;
  readonly seconds: number;
}

/** CPU that processes have taken, in seconds, each under a name; where a process starts others (PostgreSQL does), theirs is counted with it. */
export class CpuMeter {
  private begun: ReadonlyMap<string, number>;

  /** @param parts process ids by what they are counted as; asked again for each reading, as processes come and go */
  constructor(private readonly parts: () => Readonly<Record<string, readonly number[]>>) {
    this.begun = this.read();
  }

  begin(): void {
    this.begun = this.read();
  }

  /** What each has taken since `begin`; a process that has ended since counts for nothing. */
  taken(): Record<string, number> {
    return Object.fromEntries(
      [...this.read()].map(([name, seconds]) => [name, Math.max(0, seconds - (this.begun.get(name) ?? 0))]),
    );
  }

  private read(): Map<string, number> {
    const stats = new Map<number, Stat>();
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const stat = statOf(name);
      if (stat !== null) stats.set(Number(name), stat);
    }
    const sum = (pid: number): number => {
      let seconds = stats.get(pid)?.seconds ?? 0;
      for (const stat of stats.values()) if (stat.parent === pid) seconds += stat.seconds;
      return seconds;
    };
    return new Map(
      Object.entries(this.parts()).map(([name, pids]) => [name, pids.reduce((all, pid) => all + sum(pid), 0)]),
    );
  }
}

function statOf(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1] ?? 0, seconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) / TICKS };
  } catch {
    return null;
  }
}
