import type { FaultSpan, Lag } from '../history/events';

/** So soon before a fault a message may have been on its way that the fault then hit. */
const ON_ITS_WAY_MS = 1_000;
/** Nothing is expected to break by these: a repeated message, a member who leaves. */
const HARMLESS = new Set(['F12', 'F15']);

/** What else went on: faults, and times in which this process itself was kept from running, so that it saw everything later than it was there. */
export class Conditions {
  private readonly faults: readonly FaultSpan[];
  private readonly lags: readonly Lag[];

  constructor({ faults, lags }: { readonly faults: readonly FaultSpan[]; readonly lags: readonly Lag[] }) {
    this.faults = faults.filter(({ kind }) => !HARMLESS.has(kind)).toSorted((a, b) => a.from - b.from);
    this.lags = lags;
  }

  /** Milliseconds of a span in which this process stood still. */
  lostBetween(from: number, until: number): number {
    return this.lags.reduce((sum, { t, ms }) => sum + Math.max(0, Math.min(t, until) - Math.max(t - ms, from)), 0);
  }

  /** Faults that were there at some time of a span. */
  during(from: number, until: number): FaultSpan[] {
    return this.faults.filter((fault) => fault.from < until && fault.until > from);
  }

  /** When everything was healed that went on at a moment, or began before it could be over; the moment itself where nothing did. */
  healedAfter(moment: number): number {
    let healed = moment;
    for (const { from, until } of this.faults) {
      if (from - ON_ITS_WAY_MS <= healed) healed = Math.max(healed, until);
    }
    return healed;
  }
}
