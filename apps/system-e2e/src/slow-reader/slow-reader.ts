import type { Person } from '@parley/testing';
import { BareClient } from '../faults/load/bare-client';
import { Random } from '../faults/random';

/** A client that connects and then reads too slowly. Whenever it is cut it comes back and does the same. */
export class SlowReader {
  /** Milliseconds from slowing down to being cut, each time. */
  readonly cuts: number[] = [];
  private readonly client: BareClient;
  private slowSince = 0;
  private isOver = false;

  /** @param bytesPerSecond how fast it reads; 0: not at all */
  constructor(person: Person, gateway: string, bytesPerSecond: number) {
    this.client = new BareClient({
      ports: [Number(new URL(gateway).port)],
      token: () => Promise.resolve(person.grant.accessToken),
      random: new Random(bytesPerSecond),
      onFrame: () => undefined,
      onFact: () => undefined,
      onOnline: () => {
        this.slowSince = performance.now();
        this.client.slowDown(bytesPerSecond);
      },
      onOffline: () => {
        if (!this.isOver) this.cuts.push(performance.now() - this.slowSince);
      },
    });
    this.client.open();
  }

  close(): void {
    this.isOver = true;
    this.client.close();
  }
}
