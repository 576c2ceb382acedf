import type { Services } from '@parley/server-edge';
import type { Logger } from '@parley/server-runtime';

/** People noted in one call, and people waiting to be noted at most: beyond it nothing more is taken on. */
const BATCH = 1_000;
const CAPACITY = 50_000;
const DEADLINE_MS = 2_000;

/** When people were last seen, on its way to the users service: gathered, in batches, tried again while the service is away. */
export class SeenNotes {
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly users: Pick<Services['users'], 'noteSeen'>,
    private readonly log: Logger,
  ) {}

  /** @param at epoch milliseconds */
  add(userId: string, at: number): void {
    if (this.waiting.size >= CAPACITY && !this.waiting.has(userId)) return;
    this.waiting.set(userId, Math.max(at, this.waiting.get(userId) ?? 0));
  }

  /** Hands on what is waiting. Never rejects; what could not be noted waits on. */
  async flush(): Promise<void> {
    const all = [...this.waiting];
    this.waiting.clear();
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH);
      const seen = batch.map(([userId, at]) => ({ userId, at: new Date(at).toISOString() }));
      try {
        await this.users.noteSeen({ seen }, { deadlineMs: DEADLINE_MS });
      } catch (error) {
        this.log.debug({ err: error }, 'when people were last seen could not be noted yet');
        for (const [userId, at] of all.slice(from)) this.add(userId, at);
        return;
      }
    }
  }
}
