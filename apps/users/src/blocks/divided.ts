/**
 * A subquery for the ids of all whom a block divides from a member, either way. Every query that shows people leaves
 * them out by `NOT IN`; evaluated once for a query, not once for a row.
 * @param member the parameter that holds the member's id, such as `$1`
 */
export function dividedFrom(member: `$${number}`): string {
  return `(SELECT high_id FROM block_pairs WHERE low_id = ${member} AND blocked
    UNION ALL SELECT low_id FROM block_pairs WHERE high_id = ${member} AND blocked)`;
}
