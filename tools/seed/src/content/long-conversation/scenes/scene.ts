import type { Chooser } from '../chooser';
import type { Line } from '../line';

/**
 * A few messages that belong together. `progress` says where in the two years it happens, from 0 to 1. An empty answer
 * means that it does not fit there.
 */
export type Scene = (choose: Chooser, progress: number) => readonly Line[];

/** What of a list, taught in its order, has been taught by now; at the end all of it. */
export function taughtSoFar<Item>(items: readonly Item[], progress: number): readonly Item[] {
  return items.slice(0, Math.floor(items.length * progress));
}
