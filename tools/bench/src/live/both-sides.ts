import type { BenchOptions } from '../bench';
import { measurePairs, type Comparison } from '../comparison';
import { bareSide } from './bare-side';
import { Crew, type Load } from './crew';
import { parleySide } from './parley-side';
import type { Shape } from './side';

const WARM_UP_MS = 3_000;

/** A load that is put on both sides in turn. */
export interface NamedLoad extends Load {
  readonly name: string;
}

/** Starts both sides with the same rooms, connects everybody, and puts each load on them in turn. */
export async function bothSides(
  shape: Shape,
  loads: readonly NamedLoad[],
  { pairs, say }: BenchOptions,
): Promise<Comparison[]> {
  const ends: (() => unknown)[] = [];
  try {
    const ours = await parleySide({ ...shape, say });
    ends.push(() => ours.stop());
    const bare = await bareSide(shape);
    ends.push(() => bare.stop());
    say(`Opening ${ours.seats.length} connections to either …`);
    const [oursCrew, bareCrew] = [new Crew(ours), new Crew(bare)];
    ends.push(
      () => oursCrew.stop(),
      () => bareCrew.stop(),
    );
    await oursCrew.connect();
    await bareCrew.connect();
    const comparisons: Comparison[] = [];
    for (const { name, ...load } of loads) {
      say(`${name} …`);
      for (const crew of [oursCrew, bareCrew]) await crew.bear({ ...load, ms: WARM_UP_MS });
      const measured = { ours: () => oursCrew.bear(load), baseline: () => bareCrew.bear(load) };
      comparisons.push(...(await measurePairs(name, pairs, measured)));
    }
    return comparisons;
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}
