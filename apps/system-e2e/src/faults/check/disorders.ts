import type { Disorder } from '../history/events';

/** What is wrong with places that are shown one after the other: they should be one run, each once, without a hole. */
export function disordersIn(places: readonly number[]): Disorder[] {
  return places.flatMap((seq, index): Disorder[] => {
    const before = places[index - 1];
    if (before === undefined || seq === before + 1) return [];
    if (seq > before) return [{ harm: 'lost', detail: `shows ${seq} right after ${before}` }];
    // Also where others stand between the two.
    const isDouble = places.indexOf(seq) < index;
    return [
      isDouble
        ? { harm: 'doubled', detail: `shows ${seq} twice` }
        : { harm: 'inversion', detail: `shows ${seq} after ${before}` },
    ];
  });
}
