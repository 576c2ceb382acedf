import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { queueMail } from '../mail/queue-mail';
import { nameTerm } from '../profiles/name-term';
import { ProfileEntity } from '../profiles/profile.entity';
import { recordEvent, type EventFacts } from '../security-events/record-event';
import { AccountEntity } from './account.entity';

/**
 * Opens an account with an empty profile, within a transaction of the caller's. Its address counts as proved once the mail that goes there is answered,
 * whoever says what of it.
 * @param passwordHash empty for one that has no password
 * @returns its id. The address may be taken between any check and this: the insert alone decides, and then violates `accounts_email`
 */
export async function openAccount(
  manager: EntityManager,
  {
    email,
    displayName,
    passwordHash,
    client,
  }: { email: string; displayName: string; passwordHash: string; client: NonNullable<EventFacts['client']> },
): Promise<string> {
  const userId = uuidV7();
  const createdAt = new Date();
  await manager.insert(AccountEntity, { id: userId, email, passwordHash, createdAt });
  await manager.insert(ProfileEntity, { userId, displayName, nameTerm: nameTerm(displayName), createdAt });
  await queueMail(manager, 'verify_email', email, userId);
  await recordEvent(manager, 'registered', { userId, client });
  return userId;
}
