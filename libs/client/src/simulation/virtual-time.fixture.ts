import type { Machine } from '../machine';

interface Event {
  readonly at: number;
  readonly order: number;
  run: (() => void) | null;
}

/** Moments that happen in one round of the real event loop. */
const TURNS = 32;

/** A repeatable source of chance: the same seed, the same numbers. Source: mulberry32, T. Ettinger. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Time that passes only when told to, in whole milliseconds: all that was set for a moment happens, then every promise that follows from it, then the next moment. */
export class VirtualTime {
  now = 1_000_000;
  /** How many moments something happened at. */
  moments = 0;
  private order = 0;
  private readonly heap: Event[] = [];
  private ids = 0;

  constructor(readonly chance: () => number) {}

  after(delayMs: number, run: () => void): () => void {
    const event: Event = { at: this.now + Math.max(0, Math.ceil(delayMs)), order: this.order++, run };
    this.push(event);
    return () => (event.run = null);
  }

  /** Some time from 1 to `atMostMs`, mostly short. */
  some(atMostMs: number): number {
    const chance = this.chance();
    return 1 + Math.floor(chance * chance * atMostMs);
  }

  /** What was done by hand before this has its consequences first: no program dies in the midst of one turn. */
  pass(ms: number): Promise<void> {
    const end = this.now + ms;
    return new Promise((resolve, reject) => {
      let isOver = false;
      const turn = (): void => {
        if (isOver) return;
        try {
          if (this.nextMoment(end)) return;
          this.now = end;
          isOver = true;
          resolve();
        } catch (error) {
          isOver = true;
          reject(error instanceof Error ? error : new Error('not an error'));
        }
      };
      // Between two callbacks of `setImmediate` every promise is kept that can be. Many at once, since each round of the real loop asks the real
      // system what is new, which takes longer than what happens in a moment.
      const round = (): void => {
        for (let i = 0; i < TURNS; i++) setImmediate(turn);
        setImmediate(() => {
          if (!isOver) round();
        });
      };
      round();
    });
  }

  /** Lets the next moment at which something is set happen. Answers whether there was one, up to `end`. */
  private nextMoment(end: number): boolean {
    for (let next = this.heap[0]; next && next.at <= end; next = this.heap[0]) {
      this.now = next.at;
      let ran = false;
      while (this.heap[0]?.at === this.now) {
        const { run } = this.pop();
        if (run) {
          ran = true;
          run();
        }
      }
      if (!ran) continue;
      this.moments++;
      return true;
    }
    return false;
  }

  /** A machine for one program. Once that is killed nothing it had set happens any more. */
  machine(): Machine & { kill(): void; readonly dead: boolean } {
    let dead = false;
    return {
      now: () => this.now,
      after: (delayMs, run) =>
        this.after(delayMs, () => {
          if (!dead) run();
        }),
      random: this.chance,
      newId: () => `id-${++this.ids}`,
      kill: () => (dead = true),
      get dead() {
        return dead;
      },
    };
  }

  private push(event: Event): void {
    const { heap } = this;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(event, heap[parent] as Event)) break;
      heap[at] = heap[parent] as Event;
      at = parent;
    }
    heap[at] = event;
  }

  private pop(): Event {
    const { heap } = this;
    const top = heap[0] as Event;
    const last = heap.pop() as Event;
    if (heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Event, heap[child] as Event)) child++;
      if (!isBefore(heap[child] as Event, last)) break;
      heap[at] = heap[child] as Event;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
