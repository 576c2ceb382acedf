import type { Lag } from './lags';

export function seconds(ms: number | null): string {
  return ms === null ? 'never' : `${(ms / 1_000).toFixed(1)} s`;
}

/** Who took how much CPU, the greediest first; `clients` is what the storm itself cost. */
export function cpuLine(taken: Readonly<Record<string, number>>): string {
  const { clients = 0, ...servers } = taken;
  const all = Object.values(servers).reduce((sum, each) => sum + each, 0);
  const each = Object.entries(servers)
    .filter(([, spent]) => spent >= 0.05)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, spent]) => `${name} ${spent.toFixed(1)}`);
  return `CPU seconds: servers ${all.toFixed(1)} (${each.join(', ')}), clients ${clients.toFixed(1)}`;
}

export function lagLine(lags: readonly (Lag | null)[], aimMs: number): string {
  const each = lags.map((lag) =>
    lag === null ? 'no answer' : `${lag.name} p99 ${lag.p99.toFixed(0)}, longest ${lag.max.toFixed(0)}`,
  );
  return `event-loop lag in ms (aim p99 ${aimMs}): ${each.join('; ')}`;
}
