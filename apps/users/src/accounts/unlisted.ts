/** A subquery for the ids of all whose account is closed in some way. Queries that find people leave them out, as they do those whom a block divides. */
export const unlisted = `(SELECT id FROM accounts WHERE status <> 'active')`;
