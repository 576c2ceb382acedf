import type { Person } from '@parley/testing';
import { BareClient } from '../faults/load/bare-client';
import { Random } from '../faults/random';

/** How long one that hangs does: that it was cut it learns when it reads again, and not before. */
const HANGS_MS = 30_000;

/**
 * A client that connects and then reads too slowly, or not at all for half a minute, or as fast as it can. When it is cut it comes back and does the same: at once where
 * it still reads, and after its half minute where it does not.
 */
export class SlowReader {
  /** Milliseconds from slowing down to being cut, each time. */
  readonly cuts: number[] = [];
  private client: BareClient;
  private slowSince = 0;
  private isOver = false;
  private awakening: NodeJS.Timeout | undefined;

  /** @param bytesPerSecond how fast it reads; 0: not at all; Infinity: all there is */
  constructor(
    private readonly person: Person,
    private readonly gateway: string,
    private readonly bytesPerSecond: number,
  ) {
    this.client = this.connect();
  }

  close(): void {
    this.isOver = true;
    clearTimeout(this.awakening);
    this.client.close();
  }

  private connect(): BareClient {
    const client = new BareClient({
      ports: [Number(new URL(this.gateway).port)],
      token: () => Promise.resolve(this.person.grant.accessToken),
      random: new Random(1),
      onFrame: () => undefined,
      onFact: () => undefined,
      onOnline: () => {
        this.slowSince = performance.now();
        if (this.bytesPerSecond < Infinity) client.slowDown(this.bytesPerSecond);
      },
      onOffline: () => this.cut(),
    });
    client.open();
    return client;
  }

  private cut(): void {
    if (this.isOver) return;
    const afterMs = performance.now() - this.slowSince;
    this.cuts.push(afterMs);
    if (this.bytesPerSecond > 0) return;
    this.client.close();
    this.awakening = setTimeout(() => (this.client = this.connect()), HANGS_MS - afterMs);
  }
}
