import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random';
import type { Fault, Surroundings } from './fault';

/** One fault as it was done. */
export interface Done {
  readonly kind: string;
  readonly what: string;
  readonly targets: readonly string[];
  /** From its beginning to its end, in milliseconds since the run began. */
  readonly from: number;
  readonly until: number;
  /** What shows that it took effect; null: nothing does, and it counts for nothing. */
  readonly effect: string | null;
}

/** How long a stretch of faults is, in milliseconds, and how many are done side by side. */
const STRETCH_MS = [8_000, 16_000] as const;
const LANES = 3;

/** Does faults, seeded: all there are in an order of chance, again and again, three at a time, never two to the same part. */
export class Nemesis {
  private bag: Fault[] = [];
  private readonly busy = new Set<string>();

  constructor(
    private readonly faults: readonly Fault[],
    private readonly random: Random,
  ) {}

  /** Each fault once, in the order given where they do not hit the same part. */
  async eachOnce(surroundings: Surroundings): Promise<Done[]> {
    this.bag = [...this.faults];
    return this.inLanes(surroundings, () => this.bag.length > 0);
  }

  /** A stretch of faults, all healed when it is over. */
  async stretch(surroundings: Surroundings): Promise<Done[]> {
    if (this.faults.length === 0) {
      await pause(STRETCH_MS[0]);
      return [];
    }
    const until = performance.now() + this.random.between(...STRETCH_MS);
    return this.inLanes(surroundings, () => {
      if (this.bag.length === 0) this.bag = this.random.shuffled(this.faults);
      return performance.now() < until;
    });
  }

  private async inLanes(surroundings: Surroundings, goesOn: () => boolean): Promise<Done[]> {
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      const done: Done[] = [];
      await pause(lane * 700);
      while (goesOn()) {
        const fault = this.next();
        if (fault === undefined) await pause(200);
        else done.push(await this.inflict(fault, surroundings));
        await pause(this.random.between(200, 1_200));
      }
      return done;
    });
    return (await Promise.all(lanes)).flat();
  }

  private async inflict(fault: Fault, surroundings: Surroundings): Promise<Done> {
    const { kind, what, targets, lasts } = fault;
    const { journal } = surroundings;
    for (const target of targets) this.busy.add(target);
    try {
      const from = journal.note({ process: 'nemesis', f: 'fault', type: 'invoke', detail: `${kind} ${what}` });
      const injection = await fault.inject(surroundings);
      await pause(this.random.between(...lasts));
      const effect = await injection.heal();
      const type = effect === null ? ('fail' as const) : ('ok' as const);
      const until = journal.note({ process: 'nemesis', f: 'fault', type, detail: `${kind} ${what}: ${effect}` });
      return { kind, what, targets, from, until, effect };
    } finally {
      for (const target of targets) this.busy.delete(target);
    }
  }

  /** The next in the bag that hits nothing that is hit already. */
  private next(): Fault | undefined {
    const index = this.bag.findIndex(({ targets }) => !targets.some((target) => this.busy.has(target)));
    return index < 0 ? undefined : this.bag.splice(index, 1)[0];
  }
}
