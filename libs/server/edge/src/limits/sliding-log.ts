import { LRUCache } from 'lru-cache';
import type { Limit, Verdict } from './limit';

/** Subjects remembered at most; the longest idle are forgotten first. */
const SUBJECTS = 50_000;

/**
 * Counts attempts exactly: the times of those allowed in the window are kept, so that no window of that length, wherever it begins, ever holds
 * more than the limit (a counter that starts anew every ten seconds lets twice as many through around the turn). Those refused do not count.
 */
export class SlidingLog {
  private readonly times = new LRUCache<string, number[]>({ max: SUBJECTS });

  constructor(private readonly now: () => number = () => performance.now()) {}

  take(limit: Limit, key: string): Verdict {
    const now = this.now();
    const times = this.times.get(key) ?? [];
    const firstKept = times.findIndex((time) => now - time < limit.windowMs);
    times.splice(0, firstKept === -1 ? times.length : firstKept);
    const resetMs = limit.windowMs - (now - (times[0] ?? now));
    if (times.length >= limit.max) return { allowed: false, remaining: 0, resetMs };
    times.push(now);
    this.times.set(key, times);
    return { allowed: true, remaining: limit.max - times.length, resetMs };
  }
}
