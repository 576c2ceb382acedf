import { newRequestId, requestContext } from '@parley/server-runtime';

/** Work that may wait its turn but must not hold up what comes after it: so much at once, so much waiting, the rest given up. */
export class WorkQueue {
  private readonly waiting: (() => Promise<void>)[] = [];
  private running = 0;
  private readonly onIdle: (() => void)[] = [];

  constructor(
    private readonly options: {
      readonly atOnce: number;
      readonly capacity: number;
      /** Told of work that failed, or that was given up because too much was waiting. */
      readonly onLost: (reason: unknown) => void;
    },
  ) {}

  /** Answers whether the work will be done; false where it was given up. */
  add(work: () => Promise<void>): boolean {
    if (this.waiting.length >= this.options.capacity) {
      this.options.onLost('too much is waiting');
      return false;
    }
    this.waiting.push(work);
    if (this.running < this.options.atOnce) void this.run();
    return true;
  }

  /** Resolves when nothing is being done or waits. */
  async idle(): Promise<void> {
    while (this.running > 0) await new Promise<void>((resolve) => this.onIdle.push(resolve));
  }

  private async run(): Promise<void> {
    this.running++;
    for (let work = this.waiting.shift(); work !== undefined; work = this.waiting.shift()) {
      try {
        // Not in the context of whoever added the first: its deadline would be everybody's.
        await requestContext.run({ requestId: newRequestId() }, work);
      } catch (error) {
        this.options.onLost(error);
      }
    }
    this.running--;
    if (this.running === 0) for (const resolve of this.onIdle.splice(0)) resolve();
  }
}
