import { setTimeout as pause } from 'node:timers/promises';
import type { BenchOptions } from '../bench';
import { measurePairs, type Aims, type Comparison } from '../comparison';
import { bareSide } from './bare-side';
import { Crew, type Load } from './crew';
import { parleySide } from './parley-side';
import type { Shape } from './seating';
import { duringOf } from '../profile/profiling';
import type { Side } from './side';

const WARM_UP_MS = 3_000;
/** Until what a load leaves behind is done, and then for so long it is measured what both sides use with nothing to do. */
const REST_MS = 3_000;
const IDLE_MS = 10_000;

/** A load that is put on both sides in turn. */
export interface NamedLoad extends Load {
  readonly name: string;
  readonly aims?: Aims;
}

/** Both sides with the same rooms, for as long as the work takes. */
export async function withBothSides<T>(
  shape: Shape,
  { say, profiling }: Pick<BenchOptions, 'say' | 'profiling'>,
  work: (ours: Side, bare: Side) => Promise<T>,
): Promise<T> {
  const ours = await parleySide({ ...shape, say, profiling });
  try {
    const bare = await bareSide({ ...shape, profiling });
    try {
      return await work(ours, bare);
    } finally {
      await bare.stop();
    }
  } finally {
    await ours.stop();
  }
}

/** Starts both sides with the same rooms, connects everybody, and puts each load on them in turn. */
export function bothSides(
  shape: Shape,
  loads: readonly NamedLoad[],
  { pairs, say, profiling }: BenchOptions,
): Promise<Comparison[]> {
  return withBothSides(shape, { say, profiling }, async (ours, bare) => {
    say(`Opening ${ours.seats.length} connections to either …`);
    const [oursCrew, bareCrew] = [new Crew(ours), new Crew(bare)];
    const both = [oursCrew, bareCrew];
    try {
      for (const crew of both) await crew.connect();
      const comparisons: Comparison[] = [];
      for (const { name, aims, ...load } of loads) {
        say(`${name} …`);
        for (const crew of both) await crew.bear({ ...load, ms: WARM_UP_MS });
        await pause(REST_MS);
        await Promise.all(both.map((crew) => crew.idle(IDLE_MS)));
        const measured = {
          ours: () => duringOf(profiling, 'parley')(name, () => oursCrew.bear(load)),
          baseline: () => duringOf(profiling, 'bare')(name, () => bareCrew.bear(load)),
        };
        comparisons.push(...(await measurePairs(name, pairs, measured, aims)));
      }
      return comparisons;
    } finally {
      for (const crew of both) crew.stop();
    }
  });
}
