import { ParleyError } from '@parley/contracts';

export interface HandshakeGateOptions {
  /** Handshakes under way at the same time. */
  readonly atOnce: number;
  /** Handshakes that may wait for their turn. */
  readonly capacity: number;
  /** How long one may wait, in milliseconds: less than a client's own patience, or the work would be for nobody. */
  readonly patienceMs: number;
  /** Those who find no room are told to come again when their turn may come: the soonest and the latest of it, in milliseconds from now. */
  readonly comeAgainMs: readonly [soonest: number, latest: number];
  readonly now?: () => number;
  readonly random?: () => number;
}

interface Waiting {
  readonly since: number;
  readonly settle: (isIn: boolean) => void;
}

/** Handshakes a second that are taken for granted before any were counted, and how much the last one that ended counts among them. */
const FIRST_RATE = 100;
const WEIGHT = 0.02;
/** By this part of the time until then the moments differ for which people are told to come again. */
const SPREAD = 0.25;

/**
 * Holds a storm of connections to what the node can finish in time. Without it all handshakes go on at once, each too slowly for its client, and
 * everybody comes again: the node works at its limit and lets nobody in. With it some are let in at full speed, as many wait as will have their turn in
 * time, and each of the others is told to come again when all those before it will have been served: nobody comes twice for nothing.
 */
export class HandshakeGate {
  private readonly waiting: Waiting[] = [];
  private running = 0;
  /** How long the node takes from one handshake that ends to the next while others wait, in milliseconds, on average. */
  private eachMs = 1_000 / FIRST_RATE;
  private endedAt: number | undefined;
  /** Until when turns have been promised to those who were sent away. */
  private promisedUntil = -Infinity;

  constructor(private readonly options: HandshakeGateOptions) {}

  /**
   * Does the work of one handshake when its turn comes.
   * @param isWanted asked then: nothing is done for a client that has gone meanwhile
   * @throws ParleyError `unavailable` with `retryAfterMs` where there is no room
   */
  async pass<T>(isWanted: () => boolean, work: () => Promise<T>): Promise<T> {
    if (this.running < this.options.atOnce) this.running++;
    else if (!(await this.turn())) throw this.noRoom();
    try {
      if (!isWanted()) throw this.noRoom();
      return await work();
    } finally {
      this.measure();
      this.next();
    }
  }

  /** Waits in line; the place of one that ends is handed on, so `running` stays as it is. Answers false where it took too long, and the place is not taken. */
  private turn(): Promise<boolean> {
    const { capacity, patienceMs } = this.options;
    const { length } = this.waiting;
    if (length >= capacity || length * this.eachMs > patienceMs) return Promise.resolve(false);
    return new Promise((settle) => this.waiting.push({ since: this.now(), settle }));
  }

  private next(): void {
    for (let first = this.waiting.shift(); first !== undefined; first = this.waiting.shift()) {
      const isIn = this.now() - first.since <= this.options.patienceMs;
      first.settle(isIn);
      if (isIn) return;
    }
    this.running--;
  }

  /** Takes the pace from ends between which somebody waited all the time. */
  private measure(): void {
    const now = this.now();
    if (this.endedAt !== undefined) this.eachMs += WEIGHT * (Math.min(now - this.endedAt, 1_000) - this.eachMs);
    this.endedAt = this.waiting.length > 0 ? now : undefined;
  }

  private noRoom(): ParleyError {
    const [soonest, latest] = this.options.comeAgainMs;
    const now = this.now();
    const served = now + this.waiting.length * this.eachMs;
    this.promisedUntil = Math.min(now + latest, Math.max(this.promisedUntil, served) + this.eachMs);
    const spread = 1 - SPREAD * (this.options.random ?? Math.random)();
    const retryAfterMs = Math.round(Math.max(soonest, (this.promisedUntil - now) * spread));
    return new ParleyError('unavailable', 'Too many are connecting at once. Try again in a moment.', { retryAfterMs });
  }

  private now(): number {
    return (this.options.now ?? performance.now.bind(performance))();
  }
}
