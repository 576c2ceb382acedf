import { ParleyError } from '@parley/contracts';

export interface HandshakeGateOptions {
  /** Handshakes under way at the same time. */
  readonly atOnce: number;
  /** Handshakes that may wait for their turn. */
  readonly capacity: number;
  /** How long one may wait, in milliseconds: less than a client's own patience, or the work would be for nobody. */
  readonly patienceMs: number;
  /** Those who find no room are told to come again at a random moment between these, in milliseconds. */
  readonly comeAgainMs: readonly [number, number];
  readonly now?: () => number;
  readonly random?: () => number;
}

interface Waiting {
  readonly since: number;
  readonly settle: (isIn: boolean) => void;
}

/**
 * Holds a storm of connections to what the node can finish in time. Without it all handshakes go on at once, each too slowly for its client, and
 * everybody comes again: the node works at its limit and lets nobody in. With it some are let in at full speed and the others are told when to come back.
 */
export class HandshakeGate {
  private readonly waiting: Waiting[] = [];
  private running = 0;

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
      this.next();
    }
  }

  /** Waits in line; the place of one that ends is handed on, so `running` stays as it is. Answers false where it took too long, and the place is not taken. */
  private turn(): Promise<boolean> {
    if (this.waiting.length >= this.options.capacity) return Promise.resolve(false);
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

  private noRoom(): ParleyError {
    const [least, most] = this.options.comeAgainMs;
    const retryAfterMs = Math.round(least + (this.options.random ?? Math.random)() * (most - least));
    return new ParleyError('unavailable', 'Too many are connecting at once. Try again in a moment.', { retryAfterMs });
  }

  private now(): number {
    return (this.options.now ?? performance.now.bind(performance))();
  }
}
