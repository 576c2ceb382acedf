import { readdirSync, readFileSync } from 'node:fs';
import { quantile } from './comparison';

/** What a load was answered with. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly calls: number;
}

/** Keeps `inFlight` calls under way for so long, and waits for the last of them. Each worker calls once at least, however slow the machine is. */
export async function keepInFlight(
  inFlight: number,
  ms: number,
  call: (worker: number) => Promise<unknown>,
): Promise<LoadResult> {
  const startedAt = performance.now();
  const waits: number[] = [];
  async function work(worker: number): Promise<void> {
    do {
      const calledAt = performance.now();
      await call(worker);
      waits.push(performance.now() - calledAt);
    } while (performance.now() - startedAt < ms);
  }
  await Promise.all(Array.from({ length: inFlight }, (_, worker) => work(worker)));
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    ...{ perSecond: waits.length / seconds, calls: waits.length },
    ...{ p50Ms: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99) },
  };
}

/** The processor's ticks are hundredths of a second wherever Linux runs. */
const TICK_MS = 10;

/** User and system time that processes have used so far, with that of their children which have ended, in milliseconds. Where there is no `/proc` it is 0. */
export function processorMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ms ?? 0), 0);
}

/** The processes that a process has started. */
export function childrenOf(parent: number): number[] {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((pid) => statOf(pid)?.parent === parent);
  } catch {
    return [];
  }
}

function statOf(pid: number): { parent: number; ms: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything; what follows is numbers.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      ms: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS,
    };
  } catch {
    return undefined;
  }
}
