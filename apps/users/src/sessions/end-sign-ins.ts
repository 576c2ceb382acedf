import type { EntityManager } from 'typeorm';
import { endApiKeys, lockApiKeysOf } from '../api-keys/end-api-keys';
import { OidcAttemptEntity } from '../oidc/oidc-attempt.entity';
import { LoginChallengeEntity } from '../second-factor/login-challenge.entity';
import { endSessions } from './end-session';
import type { SessionEnd } from './session.entity';

/**
 * Ends the sessions of a member, all or all but one, logins that wait for a code, what is being connected at an issuer, and with `keys` the API keys too. Within a transaction that has changed the account's row before:
 * whoever signs in or makes a key looks at that row under a lock and so comes either before this, and is ended, or after it, and is held against what
 * the row says by then. Rows are locked before the counter of endings is taken, keys first: there is no deadlock in it.
 * @returns the ids of what has ended
 */
export async function endSignIns(
  manager: EntityManager,
  userId: string,
  reason: SessionEnd,
  { except, keys = false }: { except?: string; keys?: boolean } = {},
): Promise<string[]> {
  await manager.delete(LoginChallengeEntity, { userId });
  await manager.delete(OidcAttemptEntity, { userId });
  const keyIds = keys ? await lockApiKeysOf(manager, userId) : [];
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM sessions WHERE user_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2',
    [userId, except ?? null],
  );
  const sessionIds = await endSessions(
    manager,
    rows.map(({ id }) => id),
    reason,
  );
  await endApiKeys(manager, keyIds);
  return [...sessionIds, ...keyIds];
}
