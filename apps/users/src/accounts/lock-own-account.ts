import { ParleyError } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import { IsNull, type EntityManager } from 'typeorm';
import { SessionEntity } from '../sessions/session.entity';
import type { AccountEntity } from './account.entity';
import { lockAccount } from './lock-account';

/**
 * The account of whoever calls, as `lockAccount` has it, for what opens it to somebody or changes who can: whoever was signed out between the call and the
 * lock, by the owner's new password say, does nothing of the kind any more.
 * @throws ParleyError `unauthenticated` where the session is over
 */
export async function lockOwnAccount(manager: EntityManager, { userId, sessionId }: Actor): Promise<AccountEntity> {
  const account = await lockAccount(manager, userId);
  const isOpen = await manager.existsBy(SessionEntity, { id: sessionId, userId, endedAt: IsNull() });
  if (!isOpen) throw new ParleyError('unauthenticated', 'This session is over.');
  return account;
}
