import type { SystemUnderTest } from './surroundings';

/** Kill at once · freeze · go on · wait until it is ready (again). */
export const orders = ['kill', 'pause', 'resume', 'ready'] as const;
export type Order = (typeof orders)[number];

/** Somebody who has their hands on the processes of a system. */
export class Operator {
  constructor(private readonly system: SystemUnderTest) {}

  /** Ends a process without a warning. It is started again by what supervises it. */
  kill(name: string): Promise<void> {
    return this.order(name, 'kill');
  }

  /** Freezes a process: it takes connections and says nothing. */
  pause(name: string): Promise<void> {
    return this.order(name, 'pause');
  }

  /** Lets a frozen process go on. */
  resume(name: string): Promise<void> {
    return this.order(name, 'resume');
  }

  /** Waits until a process is ready. */
  ready(name: string): Promise<void> {
    return this.order(name, 'ready');
  }

  /** How many sockets each gateway carries by its own count; null for one that does not answer. */
  sockets(): Promise<(number | null)[]> {
    return Promise.all(this.system.gatewayMetrics.map(socketsOf));
  }

  private async order(name: string, order: Order): Promise<void> {
    const response = await fetch(`${this.system.operator}/${name}/${order}`, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(await response.text());
  }
}

async function socketsOf(metrics: string): Promise<number | null> {
  try {
    const text = await (await fetch(metrics, { signal: AbortSignal.timeout(2_000) })).text();
    const [, count] = /^parley_sockets(?:\{.*\})? (\d+)$/m.exec(text) ?? [];
    return count === undefined ? null : Number(count);
  } catch {
    return null;
  }
}
