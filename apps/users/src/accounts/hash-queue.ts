import { ParleyError } from '@parley/contracts';

/**
 * Runs costly jobs a few at a time and makes the others wait, up to a bound: a flood of logins then slows logins, and
 * takes neither the memory nor the threads that everything else needs.
 */
export class HashQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param concurrency jobs that run at once
   * @param capacity jobs that wait beside them; one more is refused
   * @param expectedMs what one job takes, from which the advice to a refused caller is reckoned
   */
  constructor(
    private readonly concurrency: number,
    private readonly capacity: number,
    private readonly expectedMs: number,
  ) {}

  /**
   * Runs `job` when its turn comes.
   * @throws ParleyError `rate_limited` at once when the queue is full, with the time that it takes to empty.
   */
  async run<T>(job: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await job();
    } finally {
      this.handOver();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < this.concurrency) {
      this.running++;
      return;
    }
    if (this.waiting.length >= this.capacity) {
      const retryAfterMs = Math.ceil((this.capacity / this.concurrency) * this.expectedMs);
      throw new ParleyError('rate_limited', 'Too many people are signing in right now. Try again in a moment.', {
        retryAfterMs,
      });
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place goes to the one who has waited longest, so that nobody can slip in between. */
  private handOver(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running--;
  }
}
