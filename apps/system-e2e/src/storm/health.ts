/** How long each gateway takes to answer that it lives, as somebody outside sees it: its event loop's lag, and what the machine adds. */
export interface HealthWatch {
  /** The 99th percentile since the last `forget`, in milliseconds; connections that were refused are not counted. */
  p99(): number;
  forget(): void;
  stop(): void;
}

const EVERY_MS = 250;
const PATIENCE_MS = 5_000;

export function watchHealth(gateways: readonly string[]): HealthWatch {
  let latencies: number[] = [];
  const look = async (gateway: string): Promise<void> => {
    const begin = performance.now();
    try {
      await fetch(`${gateway}/health/live`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      latencies.push(performance.now() - begin);
    } catch (error) {
      // One that was killed refuses at once and says nothing of the others; one that hangs does.
      if (error instanceof Error && error.name === 'TimeoutError') latencies.push(PATIENCE_MS);
    }
  };
  const timer = setInterval(() => void Promise.all(gateways.map(look)), EVERY_MS);
  return {
    p99: () => latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? 0,
    forget: () => {
      latencies = [];
    },
    stop: () => clearInterval(timer),
  };
}
