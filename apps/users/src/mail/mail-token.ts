import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { wrongField } from '../accounts/refuse-password';
import { MailTokenEntity, type MailTokenPurpose } from './mail-token.entity';

/** Tokens of one kind that are mailed for one account in an hour: more are a nuisance to whoever has the address. */
const tokensPerHour = 5;
const hour = 3_600_000;

/** How long a token is good. A reset opens the whole account to whoever reads the mail; the others prove an address. */
const lifetimeMs: Readonly<Record<MailTokenPurpose, number>> = {
  reset_password: hour,
  verify_email: 24 * hour,
  change_email: 24 * hour,
};

/**
 * Makes a token, within a transaction of the caller's. Of addresses that an account is to move to, the last one asked for alone is good.
 * Each kind is counted by itself: whoever has the account cannot keep the mail from its owner that brings it back.
 * @returns nothing where the account has had too many of late
 */
export async function issueMailToken(
  manager: EntityManager,
  { userId, purpose, email }: { userId: string; purpose: MailTokenPurpose; email: string },
): Promise<string | undefined> {
  const now = new Date();
  const [{ count } = { count: 0 }] = await manager.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM mail_tokens WHERE user_id = $1 AND created_at > $2 AND purpose = $3',
    [userId, new Date(now.getTime() - hour), purpose],
  );
  if (count >= tokensPerHour) return undefined;
  if (purpose === 'change_email') {
    await manager.update(MailTokenEntity, { userId, purpose }, { expiresAt: now });
  }
  const token = randomBytes(32).toString('base64url');
  await manager.insert(MailTokenEntity, {
    ...{ hash: hashOf(token), userId, purpose, email, createdAt: now },
    expiresAt: new Date(now.getTime() + lifetimeMs[purpose]),
  });
  return token;
}

/** Does not count a token any more whose mail was not taken. It stays good: the mail may have gone out all the same, and its answer been lost. */
export async function leaveUncounted(manager: EntityManager, token: string): Promise<void> {
  await manager.query(`UPDATE mail_tokens SET created_at = created_at - interval '1 hour' WHERE hash = $1`, [
    hashOf(token),
  ]);
}

/** What is known of a token that is good for one of the purposes. @throws ParleyError `validation_failed` at `token` */
export async function readMailToken(
  manager: EntityManager,
  token: string,
  purposes: readonly MailTokenPurpose[],
): Promise<MailTokenEntity> {
  const found = await manager.findOneBy(MailTokenEntity, { hash: hashOf(token) });
  if (found === null || !purposes.includes(found.purpose) || found.expiresAt <= new Date()) throw notGood();
  return found;
}

/** Uses a token up, once for all who bring it at the same time. @throws ParleyError `validation_failed` at `token` where it was used meanwhile */
export async function useMailToken(manager: EntityManager, { hash }: MailTokenEntity): Promise<void> {
  const { affected } = await manager.delete(MailTokenEntity, { hash });
  if (affected !== 1) throw notGood();
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();
const notGood = (): Error => wrongField('token', 'is not good any more; have another mail sent');
