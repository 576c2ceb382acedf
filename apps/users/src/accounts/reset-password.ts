import { Injectable } from '@nestjs/common';
import type { RpcInput, RpcOutput, usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { readMailToken, useMailToken } from '../mail/mail-token';
import { queueMail } from '../mail/queue-mail';
import { withdrawMails } from '../mail/withdraw-mails';
import { IdentityEntity } from '../oidc/identity.entity';
import { SecondFactorEntity } from '../second-factor/second-factor.entity';
import { recordEvent } from '../security-events/record-event';
import { endSignIns } from '../sessions/end-sign-ins';
import { AccountEntity } from './account.entity';
import { lockAccount } from './lock-account';
import { PasswordHasher } from './password-hasher';
import { refuseCommonPassword } from './refuse-password';

/** A way back for whoever has forgotten their password and still reads their mail. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: DataSource,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Writes down that the address was given and nothing else: whether it has an account is looked up when the mail is to be sent, long after the
   * answer. So neither what is answered nor how long it takes tells.
   */
  async request({ email }: RpcInput<typeof usersRpc.requestReset>): Promise<Record<string, never>> {
    await queueMail(this.db.manager, 'reset_password', email, null);
    return {};
  }

  /**
   * All sessions and keys end, an issuer's account that was connected opens it no more, and no move to another address is waited for: whoever needs this
   * may have lost the account to somebody else. The address is proved with it; a second factor from before anybody had proved it may be of whoever
   * claimed the address first, and is taken away.
   * @throws ParleyError `validation_failed` at `token` for one that is unknown, used or expired, at `password` for one that everybody tries first;
   * `rate_limited` when too many are signing in
   */
  async run({
    token,
    password,
    client,
  }: RpcInput<typeof usersRpc.resetPassword>): Promise<RpcOutput<typeof usersRpc.resetPassword>> {
    // Before the password is hashed, which costs: a token that is none costs nothing.
    const known = await readMailToken(this.db.manager, token, ['reset_password']);
    refuseCommonPassword(password, known.email, 'password');
    const passwordHash = await this.hasher.hash(password);
    return transaction(this.db, async (manager) => {
      const { id, email, emailVerifiedAt } = await lockAccount(manager, known.userId);
      await useMailToken(manager, known);
      await withdrawMails(manager, id);
      await manager.update(AccountEntity, { id }, { passwordHash, emailVerifiedAt: emailVerifiedAt ?? new Date() });
      await manager.delete(IdentityEntity, { userId: id });
      if (emailVerifiedAt === null) await manager.delete(SecondFactorEntity, { userId: id });
      await recordEvent(manager, 'password_reset', { userId: id, client });
      await queueMail(manager, 'password_changed', email, id);
      return { endedIds: await endSignIns(manager, id, 'password_reset', { keys: true }) };
    });
  }
}
