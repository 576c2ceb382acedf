import type { OverviewItem } from '@parley/contracts';

/** What was last known of the rooms: how far each had come, and the latest activity of all. */
export interface Known {
  readonly lastSeqs: ReadonlyMap<string, number>;
  /** RFC 3339, by the server's clock. */
  readonly latest: string;
}

export function knownOf(items: readonly OverviewItem[]): Known {
  return {
    lastSeqs: new Map(items.map((item) => [item.id, item.lastMessage?.seq ?? 0])),
    latest: items.reduce((latest, { lastMessage }) => maxOf(latest, lastMessage?.createdAt ?? ''), ''),
  };
}

/**
 * The rooms in which somebody else has written since: not read yet, and not muted. The unread count is not asked: it follows a message a moment later. A room that was not known before is news only where it is younger
 * than all that was known, for older ones come in page by page as one scrolls. Nothing here asks this device's clock.
 */
export function newsIn(before: Known, items: readonly OverviewItem[], ownId: string): OverviewItem[] {
  return items.filter((item) => {
    const { lastMessage } = item;
    if (!lastMessage || lastMessage.senderId === ownId || lastMessage.seq <= item.lastReadSeq || item.muted)
      return false;
    const seqBefore = before.lastSeqs.get(item.id);
    return seqBefore === undefined ? lastMessage.createdAt > before.latest : lastMessage.seq > seqBefore;
  });
}

const maxOf = (a: string, b: string): string => (a > b ? a : b);
