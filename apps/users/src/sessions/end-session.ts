import type { EntityManager } from 'typeorm';
import type { SessionEnd } from './session.entity';

/**
 * Ends sessions, within a transaction of the caller's. Their refresh tokens are dead from the commit on, their access
 * tokens as soon as the edges read the feed of endings (see `Revocations`).
 *
 * Each ending takes the next number of one counter row, which stays locked until the commit. So numbers become visible
 * in their order, and a reader who has seen number n has seen all before it. Everybody takes the counter after the
 * sessions' own rows, and those in the order of their ids: there is no deadlock in it.
 * @returns the ids of those that were alive
 */
export async function endSessions(
  manager: EntityManager,
  sessionIds: readonly string[],
  reason: SessionEnd,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM sessions WHERE id = ANY($1::uuid[]) AND ended_at IS NULL ORDER BY id FOR UPDATE',
    [sessionIds],
  );
  const alive = rows.map(({ id }) => id);
  if (alive.length === 0) return [];
  await manager.query(
    `WITH place AS (
       UPDATE session_endings SET last_number = last_number + cardinality($1::uuid[])
       RETURNING last_number - cardinality($1::uuid[]) AS before
     )
     UPDATE sessions SET ended_at = clock_timestamp(), end_reason = $2, end_number = place.before + ending.nth
     FROM place, unnest($1::uuid[]) WITH ORDINALITY AS ending (id, nth)
     WHERE sessions.id = ending.id`,
    [alive, reason],
  );
  return alive;
}
