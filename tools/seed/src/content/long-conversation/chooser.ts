/** Choices that a seed decides. */
export interface Chooser {
  /** True this often, from 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One item; those chosen lately from this list stand back. The list must not be empty. */
  oneOf<Item>(items: readonly Item[]): Item;
  /** One item, the heavier the more often. The list must not be empty. */
  oneByWeight<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
  /** Several different items, in an order of their own. */
  someOf<Item>(items: readonly Item[], count: number): Item[];
}

/** Choices made with `random`, a stream of numbers in [0, 1). */
export function createChooser(random: () => number): Chooser {
  const lastChosen = new Map<unknown, number>();
  let turn = 0;

  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

  function oneOf<Item>(items: readonly Item[]): Item {
    const longestUnused = items.toSorted((a, b) => (lastChosen.get(a) ?? 0) - (lastChosen.get(b) ?? 0));
    const chosen = longestUnused[between(0, Math.ceil(items.length / 2) - 1)];
    if (chosen === undefined) throw new RangeError('there is nothing to choose from');
    turn += 1;
    lastChosen.set(chosen, turn);
    return chosen;
  }

  return {
    chance: (probability) => random() < probability,
    between,
    oneOf,
    oneByWeight<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item {
      let left = random() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new RangeError('there is nothing to choose from');
    },
    someOf<Item>(items: readonly Item[], count: number): Item[] {
      const left = [...items];
      return Array.from({ length: Math.min(count, items.length) }, () => {
        const item = oneOf(left);
        left.splice(left.indexOf(item), 1);
        return item;
      });
    },
  };
}
