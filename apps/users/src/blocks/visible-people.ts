import type { EntityManager } from 'typeorm';
import { dividedFrom } from './divided';

/** Those of the given people whose account is open and whom no block divides from the actor, either way. In no particular order. */
export async function visiblePeople(
  manager: EntityManager,
  userIds: readonly string[],
  actorId: string,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM accounts WHERE id = ANY($2::uuid[]) AND status = 'active' AND id NOT IN ${dividedFrom('$1')}`,
    [actorId, userIds],
  );
  return rows.map(({ id }) => id);
}
