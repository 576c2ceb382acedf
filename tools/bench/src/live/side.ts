/** One connection of a load: where to, what it introduces itself with, and the rooms that it sends to. */
export interface Seat {
  readonly port: number;
  /** What Socket.IO is told on connecting, as JSON: a token, or the rooms where there is nobody who would check. */
  readonly auth: string;
  readonly rooms: readonly string[];
}

/** One of the two that are held against each other: Parley, or bare Socket.IO. */
export interface Side {
  readonly seats: readonly Seat[];
  /** Processor time of all its processes so far, databases and Redis included, in milliseconds by what they are. */
  used(): UsedMs;
  /** What the processes hold that carry the connections, in bytes. */
  heldBytes(): number;
  stop(): Promise<void>;
}

export type UsedMs = Readonly<Partial<Record<'gateways' | 'services' | 'database' | 'redis', number>>>;

/** Processor time of everything, in milliseconds. */
export const totalMs = (used: UsedMs): number => Object.values(used).reduce((sum, ms) => sum + ms, 0);

/** Rooms and who sits in them: `rooms` of `members` each, nobody in two; by default over two processes that carry the connections. */
export interface Shape {
  readonly rooms: number;
  readonly members: number;
  readonly nodes?: number;
}

export const NODES = 2;
