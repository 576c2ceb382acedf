import { Injectable } from '@nestjs/common';
import { ParleyError, type Account, type RpcInput, type usersRpc } from '@parley/contracts';
import { isUniqueViolation, transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { MailTokenEntity } from '../mail/mail-token.entity';
import { readMailToken, useMailToken } from '../mail/mail-token';
import { queueMail } from '../mail/queue-mail';
import { Moderators } from '../moderation/moderators';
import { showIdentity } from '../oidc/show-identity';
import { showSecondFactor } from '../second-factor/show-second-factor';
import { recordEvent } from '../security-events/record-event';
import { Settings } from '../settings';
import { AccountEntity } from './account.entity';
import { ConfirmPassword } from './confirm-password';
import { lockAccount } from './lock-account';
import { lockOwnAccount } from './lock-own-account';

/** The address of an account: what it is, proving it, moving to another. */
@Injectable()
export class EmailAddress {
  constructor(
    private readonly db: DataSource,
    private readonly confirmPassword: ConfirmPassword,
    private readonly moderators: Moderators,
    private readonly settings: Settings,
  ) {}

  /** @throws ParleyError `unauthenticated` where the account is gone */
  async show({ userId }: Actor): Promise<Account> {
    const account = await this.own(userId);
    const { email, emailVerifiedAt, createdAt } = account;
    return {
      ...{ email, emailVerified: emailVerifiedAt !== null, createdAt: createdAt.toISOString() },
      moderator: this.moderators.has(account),
      secondFactor: await showSecondFactor(this.db.manager, userId),
      hasPassword: account.passwordHash !== '',
      identity: await showIdentity(this.db.manager, userId, this.settings.oidc),
    };
  }

  /** Nothing changes before the mail is confirmed. @throws ParleyError `validation_failed` at `password` for a wrong one */
  async change(
    { email, password, client }: RpcInput<typeof usersRpc.changeEmail>,
    actor: Actor,
  ): Promise<Record<string, never>> {
    const account = await this.confirmPassword.run(actor, password, 'password', client);
    if (email === account.email) return {};
    await transaction(this.db, async (manager) => {
      await lockOwnAccount(manager, actor);
      await recordEvent(manager, 'email_change_requested', { userId: account.id, client });
      await queueMail(manager, 'change_email', email, account.id);
    });
    return {};
  }

  async sendVerification({ userId }: Actor): Promise<Record<string, never>> {
    const { email, emailVerifiedAt } = await this.own(userId);
    if (emailVerifiedAt === null) await queueMail(this.db.manager, 'verify_email', email, userId);
    return {};
  }

  /**
   * @throws ParleyError `validation_failed` at `token` for one that is unknown, used or expired, `conflict` where the address has another account by now
   */
  async confirm({ token, client }: RpcInput<typeof usersRpc.confirmEmail>): Promise<Record<string, never>> {
    try {
      await transaction(this.db, async (manager) => {
        const known = await readMailToken(manager, token, ['verify_email', 'change_email']);
        const account = await lockAccount(manager, known.userId);
        await useMailToken(manager, known);
        if (known.purpose === 'verify_email') await prove(manager, account, known.email, client);
        else await move(manager, account, known.email, client);
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'accounts_email')) throw error;
      throw new ParleyError('conflict', 'This e-mail address cannot be used.');
    }
    return {};
  }

  private async own(userId: string): Promise<AccountEntity> {
    const account = await this.db.manager.findOneBy(AccountEntity, { id: userId });
    if (account === null) throw new ParleyError('unauthenticated', 'This account no longer exists.');
    return account;
  }
}

type Client = RpcInput<typeof usersRpc.confirmEmail>['client'];

/** Proves an address that the account still has. */
async function prove(manager: EntityManager, account: AccountEntity, email: string, client: Client): Promise<void> {
  if (account.email !== email || account.emailVerifiedAt !== null) return;
  await manager.update(AccountEntity, { id: account.id }, { emailVerifiedAt: new Date() });
  await recordEvent(manager, 'email_verified', { userId: account.id, client });
}

/** What was mailed to the old address is worth nothing from here on. */
async function move(manager: EntityManager, account: AccountEntity, email: string, client: Client): Promise<void> {
  await manager.update(AccountEntity, { id: account.id }, { email, emailVerifiedAt: new Date() });
  await manager.delete(MailTokenEntity, { userId: account.id });
  await recordEvent(manager, 'email_changed', { userId: account.id, client });
  await queueMail(manager, 'email_changed', account.email, account.id);
}
