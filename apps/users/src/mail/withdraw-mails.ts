import { In, type EntityManager } from 'typeorm';
import { MailJobEntity } from './mail-job.entity';
import { MailTokenEntity } from './mail-token.entity';

/**
 * Takes back what was mailed, or is to be, that would set another password or move the account to another address: whoever had the account before its
 * owner chose a new password shall not have it once more by that. Within a transaction that holds the account's row; whoever sends mails waits for it.
 */
export async function withdrawMails(manager: EntityManager, userId: string): Promise<void> {
  await manager.delete(MailJobEntity, { userId, kind: 'change_email' });
  await manager.delete(MailTokenEntity, { userId, purpose: In(['reset_password', 'change_email']) });
}
