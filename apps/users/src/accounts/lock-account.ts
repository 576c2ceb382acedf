import { ParleyError } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { AccountEntity } from './account.entity';

/** The account as it is, and stays until the caller's transaction ends. @throws ParleyError `unauthenticated` where it is gone, or its tombstone is left */
export async function lockAccount(manager: EntityManager, userId: string): Promise<AccountEntity> {
  const account = await manager.findOne(AccountEntity, {
    where: { id: userId },
    lock: { mode: 'for_no_key_update' },
  });
  if (account === null || account.status === 'deleted') {
    throw new ParleyError('unauthenticated', 'This account no longer exists.');
  }
  return account;
}
