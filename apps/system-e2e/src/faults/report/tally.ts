import type { Evidence, Sending, Timing } from '../history/events';
import { compared } from '../check/check-answers';
import type { Finding, Violation } from '../check/violation';
import type { Done } from '../nemesis/nemesis';

/** How a message came to a client that had asked for nothing but what it missed: at once, later by itself, or when it asked. */
export interface Shares {
  live: number;
  recovered: number;
  backfilled: number;
}

/** What a run amounts to. Times are in milliseconds. */
export interface Tally {
  readonly seed: number;
  readonly plant: string | null;
  minutes: number;
  chapters: number;
  readonly injections: (Done & { readonly overlapping: number })[];
  readonly sent: Record<Sending['outcome'], number>;
  rows: number;
  /** Questions of strangers, and those that could be compared with one about a room that there is not. */
  readonly pried: { asked: number; compared: number };
  readonly shares: Shares;
  readonly convergence: number[];
  /** Acknowledgements while nothing was done to the system, and while Redis stood still (F4). */
  readonly latencies: { readonly calm: number[]; readonly redisFrozen: number[] };
  readonly timings: Timing[];
  readonly violations: Violation[];
  /** What looked like a broken promise and had an excuse. */
  readonly excused: Finding[];
  readonly notes: string[];
}

export function newTally(seed: number, plant: string | undefined): Tally {
  return {
    ...{ seed, plant: plant ?? null, minutes: 0, chapters: 0, injections: [], rows: 0, convergence: [] },
    sent: { ok: 0, fail: 0, info: 0 },
    pried: { asked: 0, compared: 0 },
    shares: { live: 0, recovered: 0, backfilled: 0 },
    latencies: { calm: [], redisFrozen: [] },
    ...{ timings: [], violations: [], excused: [], notes: [] },
  };
}

/** A message this late after its acknowledgement was not told at once. */
const LIVE_MS = 2_000;

/** Adds what a chapter has shown. */
export function addChapter(tally: Tally, evidence: Evidence, done: readonly Done[]): void {
  const { sendings, rows, views } = evidence;
  tally.chapters++;
  tally.timings.push(...evidence.timings);
  tally.rows += rows.length;
  tally.pried.asked += evidence.asked.length;
  tally.pried.compared += compared(evidence.asked);
  for (const { outcome } of sendings) tally.sent[outcome]++;
  for (const each of done) {
    const overlapping = sendings.filter(
      ({ invokedAt, endedAt }) => invokedAt < each.until && endedAt > each.from,
    ).length;
    tally.injections.push({ ...each, overlapping });
  }
  const ended = new Map(
    sendings.map(({ clientMessageId, outcome, endedAt }) => [clientMessageId, outcome === 'ok' ? endedAt : Infinity]),
  );
  for (const { kind, sights } of views) {
    if (kind !== 'heard') continue;
    const seen = new Set<number>();
    for (const { seq, by, t, clientMessageId } of sights) {
      if (seen.has(seq)) continue;
      seen.add(seq);
      if (by === 'sync') tally.shares.backfilled++;
      else if (t <= (ended.get(clientMessageId) ?? Infinity) + LIVE_MS) tally.shares.live++;
      else tally.shares.recovered++;
    }
  }
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}
