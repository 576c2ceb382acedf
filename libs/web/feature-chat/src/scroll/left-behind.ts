import type { LoadedRange, MessageWindow } from './message-window';
import type { ScrollKeeper } from './scroll-keeper';

/** A room as it is drawn, and how far it was read. */
export interface Drawn {
  readonly keeper: ScrollKeeper | null;
  readonly window: MessageWindow | undefined;
  readonly range: LoadedRange | null;
  /** What is drawn, oldest first. `seq` is null while a message is on its way. */
  readonly rows: readonly { readonly key: string; readonly seq: number | null }[];
  readonly lastReadSeq: number;
  readonly unreadCount: number;
}

/**
 * The place of the newest message that is in view, or lies above what is on its way and fills it; null where nothing of these rows is in view. What is on
 * its way stands below all that has arrived.
 */
export function newestSeen(rows: Drawn['rows'], inView: ReadonlySet<string>): number | null {
  const lowest = rows.findLastIndex(({ key }) => inView.has(key));
  return rows.slice(0, lowest + 1).findLast(({ seq }) => seq !== null)?.seq ?? null;
}

/** Whether somebody has the page before them. */
export const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/**
 * Whether going along with the newest would take what nobody has seen out of view: as much as there is no room for came at once, or while the page or the
 * room was not shown. In a page that stays in view beside another it goes by in view.
 */
export function leavesUnreadBehind({ keeper, window, range, rows, lastReadSeq, unreadCount }: Drawn): boolean {
  const isBeside = document.visibilityState === 'visible' && !document.hasFocus();
  if (isBeside || unreadCount === 0 || !keeper?.isAtEnd || keeper.isOnItsWay || !window || !range) return false;
  const first = lastReadSeq + 1;
  if (first < window.from) return first >= range.first;
  const row = rows.find(({ seq }) => seq !== null && seq >= first);
  return row !== undefined && keeper.leavesBehind(row.key);
}
