import type { OverviewItem } from '@parley/contracts';

/**
 * The archive once the overview has changed, wherever that was done: what has gone from there into the archive comes first in it, what stays is as it is known now,
 * and what is back there or was left is out of it. The same list where nothing of it has changed.
 * @param itemOf what is known of a room now; null where one is out of it.
 */
export function archiveAfter(
  archive: readonly OverviewItem[],
  before: readonly OverviewItem[],
  now: readonly OverviewItem[],
  itemOf: (roomId: string) => OverviewItem | null,
): readonly OverviewItem[] {
  const shown = new Set(now.map(({ id }) => id));
  const inArchive = ({ id }: OverviewItem): OverviewItem[] => {
    const item = shown.has(id) ? null : itemOf(id);
    return item?.archived ? [item] : [];
  };
  const come = before.flatMap(inArchive);
  const isNew = new Set(come.map(({ id }) => id));
  const stay = archive.filter(({ id }) => !isNew.has(id)).flatMap(inArchive);
  const after = [...come, ...stay];
  const isSame = after.length === archive.length && after.every((item, index) => item === archive[index]);
  return isSame ? archive : after;
}
