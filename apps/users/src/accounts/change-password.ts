import { Injectable } from '@nestjs/common';
import { ParleyError, type RpcInput, type RpcOutput, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { queueMail } from '../mail/queue-mail';
import { withdrawMails } from '../mail/withdraw-mails';
import { recordEvent } from '../security-events/record-event';
import { endSignIns } from '../sessions/end-sign-ins';
import { AccountEntity } from './account.entity';
import { ConfirmPassword } from './confirm-password';
import { PasswordHasher } from './password-hasher';
import { refuseCommonPassword } from './refuse-password';

/** Gives an account another password. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: DataSource,
    private readonly confirm: ConfirmPassword,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Every other session ends with it, and so does a move to another address that waits to be confirmed; API keys, which nobody signs in to with the password, go on.
   * @throws ParleyError `validation_failed` at `currentPassword` for a wrong one and at `newPassword` for one that everybody tries first,
   * `conflict` where it was changed meanwhile, `rate_limited` when too many are signing in
   */
  async run(
    { currentPassword, newPassword, client }: RpcInput<typeof usersRpc.changePassword>,
    actor: Actor,
  ): Promise<RpcOutput<typeof usersRpc.changePassword>> {
    const {
      id,
      email,
      passwordHash: before,
    } = await this.confirm.run(actor, currentPassword, 'currentPassword', client);
    refuseCommonPassword(newPassword, email, 'newPassword');
    const passwordHash = await this.hasher.hash(newPassword);
    return transaction(this.db, async (manager) => {
      const { affected } = await manager.update(AccountEntity, { id, passwordHash: before }, { passwordHash });
      if (affected !== 1) throw new ParleyError('conflict', 'The password was changed meanwhile.');
      await withdrawMails(manager, id);
      await queueMail(manager, 'password_changed', email, id);
      await recordEvent(manager, 'password_changed', { userId: id, subjectId: actor.sessionId, client });
      return { endedIds: await endSignIns(manager, id, 'password_changed', { except: actor.sessionId }) };
    });
  }
}
