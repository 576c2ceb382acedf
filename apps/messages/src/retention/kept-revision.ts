/**
 * SQL for the revision of the latest change of a message that is kept, `head` being the alias of a row of `rooms`; 0 where none is. Who has everything up
 * to there has everything, though the room's own revision be higher: that one may be of a message that was dropped.
 */
export function keptRevision(head: string): string {
  return `CASE WHEN ${head}.revision = ${head}.dropped_at_revision THEN ${head}.kept_revision ELSE ${head}.revision END`;
}

/** How far an answer is complete that ends with the change of this revision, and whether there is more. */
export function completeUpTo(
  head: { readonly revision: number; readonly keptRevision: number },
  last: number,
): { revision: number; hasAfter: boolean } {
  const hasAfter = last < head.keptRevision;
  return { revision: hasAfter ? last : head.revision, hasAfter };
}
