/** How long the event loops of some processes kept what was due waiting, in milliseconds, as the processes themselves measure it. */
export interface Lag {
  readonly name: string;
  readonly p99: number;
  readonly max: number;
}

const PATIENCE_MS = 10_000;

/**
 * Reads each process's lag since it was last read, which begins it anew; null for a process that does not answer.
 * @param opsPorts by the name of the process
 */
export function readLags(opsPorts: ReadonlyMap<string, number>): Promise<(Lag | null)[]> {
  return Promise.all([...opsPorts].map(([name, port]) => readLag(name, port)));
}

async function readLag(name: string, port: number): Promise<Lag | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await answer.text();
    const value = (metric: string): number =>
      Number(new RegExp(`^nodejs_eventloop_lag_${metric}_seconds\\S* (\\S+)`, 'm').exec(text)?.[1] ?? 0) * 1_000;
    return { name, p99: value('p99'), max: value('max') };
  } catch {
    return null;
  }
}
