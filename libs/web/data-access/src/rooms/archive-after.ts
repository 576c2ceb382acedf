import type { OverviewItem } from '@parley/contracts';

/**
 * The archive once the overview has changed, wherever that was done: what has gone from there into the archive comes first in it, and what is back there is out of it.
 * The same list where nothing of it has changed.
 * @param itemOf what is known of a room now; null where one is out of it.
 */
export function archiveAfter(
  archive: readonly OverviewItem[],
  before: readonly OverviewItem[],
  now: readonly OverviewItem[],
  itemOf: (roomId: string) => OverviewItem | null,
): readonly OverviewItem[] {
  const shown = new Set(now.map(({ id }) => id));
  const come = before.flatMap(({ id }) => {
    const item = shown.has(id) ? null : itemOf(id);
    return item?.archived ? [item] : [];
  });
  const out = new Set([...shown, ...come.map(({ id }) => id)]);
  const stay = archive.filter(({ id }) => !out.has(id));
  return come.length === 0 && stay.length === archive.length ? archive : [...come, ...stay];
}
