/** Work that may wait its turn but must not hold up what comes after it: so much at once, so much waiting, the rest given up. */
export class WorkQueue {
  private readonly waiting: (() => Promise<void>)[] = [];
  private running = 0;

  constructor(
    private readonly options: {
      readonly atOnce: number;
      readonly capacity: number;
      /** Told of work that failed, or that was given up because too much was waiting. */
      readonly onLost: (reason: unknown) => void;
    },
  ) {}

  add(work: () => Promise<void>): void {
    if (this.waiting.length >= this.options.capacity) return this.options.onLost('too much is waiting');
    this.waiting.push(work);
    if (this.running < this.options.atOnce) void this.run();
  }

  private async run(): Promise<void> {
    this.running++;
    for (let work = this.waiting.shift(); work !== undefined; work = this.waiting.shift()) {
      try {
        await work();
      } catch (error) {
        this.options.onLost(error);
      }
    }
    this.running--;
  }
}
