import { quantile, type Figures } from '../comparison';
import { times, totalMs, type Seat, type UsedMs } from './side';
import type { HeardReport, LoadedReport } from './worker-words';

/** What a load took, all processes that carried it together. */
export interface Borne {
  readonly loaded: readonly LoadedReport[];
  readonly heard: readonly HeardReport[];
  /** Processor time from the first message until all was heard, and how long that was. */
  readonly used: UsedMs;
  readonly ms: number;
  /** What the same processes use with nothing to do, in milliseconds a second. */
  readonly idle: UsedMs;
}

/** How often what was acknowledged has to be heard: once by every connection that hears its room. */
export function dueOf(loaded: readonly Pick<LoadedReport, 'byRoom'>[], seats: readonly Seat[]): number {
  const hearers = new Map<string, number>();
  for (const { rooms } of seats) for (const room of rooms) hearers.set(room, (hearers.get(room) ?? 0) + 1);
  const rooms = loaded.flatMap(({ byRoom }) => Object.entries(byRoom));
  return rooms.reduce((sum, [room, count]) => sum + count * (hearers.get(room) ?? 0), 0);
}

/** Rates are of what happened while messages were sent, by how long that really was; costs of all that was sent, by all that it cost. */
export function figuresOf({ loaded, heard, used, ms, idle }: Borne): Figures {
  const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
  const deliveryMs = heard.flatMap((report) => report.deliveryMs);
  const ackMs = loaded.flatMap((report) => report.ackMs);
  const messages = sum(loaded, ({ acknowledged, late }) => acknowledged + late);
  const usedUs = totalMs(used) * 1_000;
  const aboveUs = usedUs - totalMs(times(idle, ms / 1_000)) * 1_000;
  return {
    'CPU µs/delivery': usedUs / deliveryMs.length,
    'CPU µs/message': usedUs / messages,
    'idle CPU ms/s': totalMs(idle),
    'above idle µs/delivery': aboveUs / deliveryMs.length,
    'above idle µs/message': aboveUs / messages,
    'messages/s': sum(loaded, ({ acknowledged, elapsedMs }) => (acknowledged / elapsedMs) * 1_000),
    'deliveries/s':
      sum(heard, ({ inTime }) => inTime) / (Math.max(...loaded.map(({ elapsedMs }) => elapsedMs)) / 1_000),
    'delivery p50 ms': quantile(deliveryMs, 0.5),
    'delivery p99 ms': quantile(deliveryMs, 0.99),
    'ack p50 ms': quantile(ackMs, 0.5),
    'ack p99 ms': quantile(ackMs, 0.99),
  };
}

/** Processor time for each message by what used it, in microseconds, without what it would have used anyway. */
export function partsOf({ loaded, used, ms, idle }: Borne): Figures {
  const messages = loaded.reduce((sum, { acknowledged, late }) => sum + acknowledged + late, 0);
  const parts = Object.entries(used) as [keyof UsedMs, number][];
  return Object.fromEntries(
    parts.map(([part, usedMs]) => [part, ((usedMs - ((idle[part] ?? 0) * ms) / 1_000) * 1_000) / messages]),
  );
}
