/** One connection of a load: where to, what it introduces itself with, and the rooms that it hears; it sends to the first. */
export interface Seat {
  readonly port: number;
  /** What Socket.IO is told on connecting, as JSON: a token, or the rooms where there is nobody who would check. */
  readonly auth: string;
  readonly rooms: readonly string[];
}

/** One of the two that are held against each other: Parley, or bare Socket.IO. */
export interface Side {
  readonly seats: readonly Seat[];
  /** A connection of somebody who is in as many rooms as the shape says, and in none of the others'. */
  readonly busy?: Seat;
  /** Processor time of all its processes so far, databases and Redis included, in milliseconds by what they are. */
  used(): UsedMs;
  /** What the processes hold that carry the connections, in bytes. */
  heldBytes(): number;
  stop(): Promise<void>;
}

export type UsedMs = Readonly<Partial<Record<'gateways' | 'services' | 'database' | 'redis', number>>>;

/** Processor time of everything, in milliseconds. */
export const totalMs = (used: UsedMs): number => Object.values(used).reduce((sum, ms) => sum + ms, 0);

/** What was used in between. */
export function since(before: UsedMs, after: UsedMs): UsedMs {
  return mapped(after, (ms, part) => ms - (before[part] ?? 0));
}

/** So many times as much of each. */
export function times(used: UsedMs, factor: number): UsedMs {
  return mapped(used, (ms) => ms * factor);
}

function mapped(used: UsedMs, of: (ms: number, part: keyof UsedMs) => number): UsedMs {
  const parts = Object.entries(used) as [keyof UsedMs, number][];
  return Object.fromEntries(parts.map(([part, ms]) => [part, of(ms, part)]));
}

/** By default over two processes that carry the connections. */
export const NODES = 2;
