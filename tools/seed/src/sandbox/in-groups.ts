/** Runs a task for each item, at most `size` of them at a time, and answers the results in order. */
export async function inGroups<T, R>(items: readonly T[], size: number, task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size) {
    results.push(...(await Promise.all(items.slice(from, from + size).map(task))));
  }
  return results;
}
