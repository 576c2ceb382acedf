import type { Lag } from '../history/events';

const EVERY_MS = 20;
/** A timer that is later than this was held up. */
const HELD_UP_MS = 20;

/**
 * Notes when this process was kept from running, by its own work or by a machine that had none left for it: what it saw then, it saw late. The rest of the
 * system shares the machine, so what held up this process held up the others about as long.
 */
export class LagMeter {
  private readonly lags: Lag[] = [];
  private readonly timer: NodeJS.Timeout;
  private dueAt: number;

  /** @param now in milliseconds, on the clock of the history */
  constructor(private readonly now: () => number) {
    this.dueAt = now() + EVERY_MS;
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  /** What was noted since it was last asked. */
  take(): Lag[] {
    return this.lags.splice(0);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const t = this.now();
    const ms = t - this.dueAt;
    if (ms > HELD_UP_MS) this.lags.push({ t, ms });
    this.dueAt = t + EVERY_MS;
  }
}
