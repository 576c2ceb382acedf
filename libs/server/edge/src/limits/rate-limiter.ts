import { withDeadline } from '@parley/server-runtime';
import { LRUCache } from 'lru-cache';
import type { Limit, Verdict } from './limit';
import type { SharedLog } from './redis-sliding-log';
import { SlidingLog } from './sliding-log';

/** The part of a limit that one gateway gives out without waiting for the shared count: nobody at an ordinary pace ever waits. */
const FREE_SHARE = 0.1;
/** How long somebody faster waits for the shared count, and how long it is left alone once it did not answer in that time. */
const PATIENCE_MS = 150;
const PAUSE_MS = 1_000;
/** Attempts that nobody waits for are counted there together, so often, and as soon as there are so many: one write and one answer for all. */
const COUNT_EVERY_MS = 25;
const UNCOUNTED = 500;
/** Refusals remembered, so that whoever is over the limit costs nothing more. */
const REFUSALS = 10_000;

/**
 * Limits that hold over all gateways without putting Redis on the way of an answer.
 * Every attempt counts here first, and here alone decides where there is no Redis or it does not answer. With one, each attempt is counted there too:
 * in passing while a subject is at an ordinary pace (a refusal then holds from the next attempt on), before the answer once it is fast.
 */
export class RateLimiter {
  private readonly local: SlidingLog;
  private readonly refusedUntil = new LRUCache<string, number>({ max: REFUSALS });
  private pausedUntil = -Infinity;
  /** Allowed here, and not counted in the shared log yet. */
  private uncounted: { readonly limit: Limit; readonly key: string }[] = [];

  /**
   * @param shared the count that all gateways share; null where this node is alone
   * @param patienceMs how long somebody fast waits for it
   */
  constructor(
    private readonly shared: SharedLog | null,
    private readonly now: () => number = () => performance.now(),
    private readonly patienceMs = PATIENCE_MS,
  ) {
    this.local = new SlidingLog(now);
  }

  /** Counts one attempt of `subject` (a member's id, a network address) against the limit. Never rejects. */
  async take(limit: Limit, subject: string): Promise<Verdict> {
    const key = `${limit.name}:${subject}`;
    const refusedForMs = (this.refusedUntil.get(key) ?? -Infinity) - this.now();
    if (refusedForMs > 0) return { allowed: false, remaining: 0, resetMs: refusedForMs };

    const local = this.local.take(limit, key);
    if (!local.allowed || this.shared === null || this.now() < this.pausedUntil) return local;

    if (limit.max - local.remaining <= limit.max * FREE_SHARE) {
      this.countLater(this.shared, limit, key);
      return local;
    }
    // Those before it are to be counted before it.
    this.count(this.shared);
    const shared = await this.ask(this.shared, limit, key);
    return shared === undefined || shared.remaining > local.remaining ? local : shared;
  }

  private countLater(shared: SharedLog, limit: Limit, key: string): void {
    this.uncounted.push({ limit, key });
    if (this.uncounted.length === 1) setTimeout(() => this.count(shared), COUNT_EVERY_MS).unref();
    if (this.uncounted.length >= UNCOUNTED) this.count(shared);
  }

  /** Counts all that was not counted yet. Its verdicts hold from the next attempts on. */
  private count(shared: SharedLog): void {
    const waiting = this.uncounted.splice(0);
    // It has not answered since they were to be counted: whoever asks it now waits for nothing.
    if (this.now() < this.pausedUntil) return;
    for (const { limit, key } of waiting) void this.ask(shared, limit, key);
  }

  /** The shared verdict; undefined where there was none in time, after which it is not asked for a second. */
  private async ask(shared: SharedLog, limit: Limit, key: string): Promise<Verdict | undefined> {
    try {
      const verdict = await withDeadline('the shared count', this.patienceMs, () => shared.take(limit, key));
      if (!verdict.allowed) this.refusedUntil.set(key, this.now() + verdict.resetMs);
      return verdict;
    } catch {
      this.pausedUntil = this.now() + PAUSE_MS;
      return undefined;
    }
  }
}
