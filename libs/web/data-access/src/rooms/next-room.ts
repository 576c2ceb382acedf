import type { OverviewItem } from '@parley/contracts';

export interface Step {
  readonly by: 1 | -1;
  /** Only to rooms with something unread that are not muted; these are looked for all the way round. */
  readonly unread: boolean;
}

/** The room to go to from one, in the order of the overview; from none, the first or the last. Null where there is no other. */
export function nextRoom(
  items: readonly OverviewItem[],
  currentId: string | null,
  { by, unread }: Step,
): string | null {
  const here = items.findIndex(({ id }) => id === currentId);
  const from = here === -1 && by === -1 ? items.length : here;
  if (!unread) return items[from + by]?.id ?? null;
  for (let steps = 1; steps <= items.length; steps += 1) {
    const item = items[(from + by * steps + items.length * 2) % items.length];
    if (item && item.id !== currentId && item.unreadCount > 0 && !item.muted) return item.id;
  }
  return null;
}
