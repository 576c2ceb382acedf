import type { EntityManager } from 'typeorm';

/**
 * Ends API keys whose rows the caller has locked, within the caller's transaction: refused from the commit on, with a place in the feed of what has
 * ended, which closes their sockets. The counter is taken as by `endSessions`: after all rows.
 */
export async function endApiKeys(manager: EntityManager, keyIds: readonly string[]): Promise<void> {
  if (keyIds.length === 0) return;
  await manager.query(
    `WITH place AS (
       UPDATE session_endings SET last_number = last_number + cardinality($1::uuid[])
       RETURNING last_number - cardinality($1::uuid[]) AS before
     )
     UPDATE api_keys SET ended_at = clock_timestamp(), end_number = place.before + ending.nth
     FROM place, unnest($1::uuid[]) WITH ORDINALITY AS ending (id, nth)
     WHERE api_keys.id = ending.id`,
    [keyIds],
  );
}

/** The keys of a member that have not ended, locked. */
export async function lockApiKeysOf(manager: EntityManager, userId: string): Promise<string[]> {
  const keys = await manager.query<{ id: string }[]>(
    'SELECT id FROM api_keys WHERE user_id = $1 AND ended_at IS NULL ORDER BY id FOR UPDATE',
    [userId],
  );
  return keys.map(({ id }) => id);
}
