import type { Member } from '@parley/contracts';
import type { MessageRow } from './message-row';

/** How far one of one's own messages has come: `sent`, or read by those named. */
export interface Receipt {
  readonly readers: readonly string[];
}

/** Names that a receipt tells; of more, how many. */
export const NAMES_MAX = 3;

/**
 * Which of one's own messages say how far they have come, by their keys: the last one that each reader has read, and the newest of all. A member
 * who sends no receipts has read nothing as far as anybody is told.
 */
export function receiptsOf(
  rows: readonly MessageRow[],
  members: readonly Member[],
  myId: string,
): ReadonlyMap<string, Receipt> {
  const own = rows.filter((row) => row.isOwn && row.seq !== null && row.text !== null);
  const receipts = new Map<string, { readers: string[] }>();
  const newest = own.at(-1);
  if (newest) receipts.set(newest.key, { readers: [] });
  for (const { user, lastReadSeq } of members) {
    if (user.id === myId) continue;
    const read = own.findLast((row) => (row.seq ?? 0) <= lastReadSeq);
    if (!read) continue;
    const receipt = receipts.get(read.key) ?? { readers: [] };
    receipt.readers.push(user.displayName);
    receipts.set(read.key, receipt);
  }
  return receipts;
}
