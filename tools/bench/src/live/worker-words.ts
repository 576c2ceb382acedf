import type { Seat } from './side';

/** What whoever leads the load tells a process that carries connections. Each order is answered by one report. */
export type WorkerOrder =
  /** Opens these, so many at once, besides those that are open; where `overMs` is given, evenly over that time, or as long as it takes. */
  | { readonly type: 'connect'; readonly seats: readonly Seat[]; readonly atOnce: number; readonly overMs?: number }
  /** Closes all connections. */
  | { readonly type: 'leave' }
  | {
      readonly type: 'load';
      /** What is heard of an earlier one counts for nothing. */
      readonly number: number;
      /** Messages a second, or how many are under way at any time. */
      readonly pace: { readonly perSecond: number } | { readonly inFlight: number };
      readonly ms: number;
      readonly characters: number;
    }
  /** Asks how much of the load was heard so far, and what of it. */
  | { readonly type: 'count' }
  | { readonly type: 'tell' };

export interface LoadedReport {
  readonly type: 'loaded';
  /** How long messages were sent, in milliseconds. */
  readonly elapsedMs: number;
  /** Of them, those acknowledged before the end, and after it; what was refused. */
  readonly acknowledged: number;
  readonly late: number;
  readonly refused: number;
  /** How many were acknowledged in each room. */
  readonly byRoom: Readonly<Record<string, number>>;
  /** From when it was due to the acknowledgement, in milliseconds; where as many as possible are under way, from sending. */
  readonly ackMs: readonly number[];
}

export interface HeardReport {
  readonly type: 'heard';
  /** Of the load, each message once a connection: from when it was due to hearing, in milliseconds; and how many of them before the end. */
  readonly deliveryMs: readonly number[];
  readonly inTime: number;
}

export type WorkerReport =
  | { readonly type: 'connected'; readonly joinMs: readonly number[] }
  | { readonly type: 'left' }
  | LoadedReport
  | { readonly type: 'counted'; readonly heard: number }
  | HeardReport
  /** Also sent unasked: a connection ended that should not have. */
  | { readonly type: 'failed'; readonly reason: string };
