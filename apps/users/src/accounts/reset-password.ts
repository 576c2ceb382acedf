import { Injectable } from '@nestjs/common';
import type { RpcInput, RpcOutput, usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { MailTokenEntity } from '../mail/mail-token.entity';
import { readMailToken, useMailToken } from '../mail/mail-token';
import { queueMail } from '../mail/queue-mail';
import { IdentityEntity } from '../oidc/identity.entity';
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
   * All sessions and keys end, and an issuer's account that was connected opens it no more: whoever needs this may have lost the account to somebody
   * else, who has connected theirs. Not so where it is the first password of an account whose address was proved: then who reads the mail has opened it
   * by the issuer. The address is proved with it.
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
      const { id, email, emailVerifiedAt, passwordHash: before } = await lockAccount(manager, known.userId);
      await useMailToken(manager, known);
      await manager.delete(MailTokenEntity, { userId: id, purpose: 'reset_password' });
      await manager.update(AccountEntity, { id }, { passwordHash, emailVerifiedAt: emailVerifiedAt ?? new Date() });
      if (before !== '' || emailVerifiedAt === null) await manager.delete(IdentityEntity, { userId: id });
      await recordEvent(manager, 'password_reset', { userId: id, client });
      await queueMail(manager, 'password_changed', email, id);
      return { endedIds: await endSignIns(manager, id, 'password_reset', { keys: true }) };
    });
  }
}
