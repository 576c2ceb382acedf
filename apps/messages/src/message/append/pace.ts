/** From so many messages a second on, commits are put off a little … */
const BUSY_PER_SECOND = 500;
const COUNTED_MS = 100;
/** … until so long after the last one began, until nothing has come for a moment, or until as many wait as the last few commits had at most: then all are here who come. */
const APART_MS = 5;
const PAUSE_MS = 2;
const LAST = 4;

/**
 * When the next commit may begin. A commit of eight messages costs little more than one of two, so where many come those of some milliseconds are
 * better off together. Where few come nothing waits, and where all are here who would come, not for long.
 */
export class Pace {
  #countedSince = -Infinity;
  #count = 0;
  #isBusy = false;
  #cameAt = -Infinity;
  #begunAt = -Infinity;
  readonly #sizes: number[] = [];

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A message came. */
  came(): void {
    const now = this.now();
    const countedMs = now - this.#countedSince;
    if (countedMs >= COUNTED_MS) {
      // Longer than that is as good as a time in which nothing came.
      this.#isBusy = countedMs < 2 * COUNTED_MS && this.#count >= (BUSY_PER_SECOND * countedMs) / 1_000;
      this.#countedSince = now;
      this.#count = 0;
    }
    this.#count++;
    this.#cameAt = now;
  }

  /** A commit of so many messages began. */
  begun(messages: number): void {
    this.#begunAt = this.now();
    this.#sizes.push(messages);
    if (this.#sizes.length > LAST) this.#sizes.shift();
  }

  /** For how many milliseconds the next commit had better wait while so many wait for it, as far as is known now; 0 or less: it may begin. */
  putOffMs(waiting: number): number {
    if (!this.#isBusy || waiting >= Math.max(...this.#sizes)) return 0;
    return Math.min(this.#begunAt + APART_MS, this.#cameAt + PAUSE_MS) - this.now();
  }
}
