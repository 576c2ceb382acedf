import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { recordEvent, type EventFacts } from '../security-events/record-event';
import { AccountEntity } from './account.entity';
import { PasswordHasher } from './password-hasher';
import { wrongField } from './refuse-password';

/** Asks who is signed in for their password once more: a session that was left open is not enough to take an account away. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly db: DataSource,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Answers the account as it is. Not `unauthenticated` for a wrong password: the session is good, and clients would refresh it.
   * @param path the field of the password in the input
   * @throws ParleyError `validation_failed` at `path` for a wrong password, `rate_limited` when too many are signing in
   */
  async run({ userId }: Actor, password: string, path: string, client: EventFacts['client']): Promise<AccountEntity> {
    const account = await this.db.manager.findOneBy(AccountEntity, { id: userId });
    if (account?.status !== 'active') throw new ParleyError('unauthenticated', 'This account no longer exists.');
    if (account.passwordHash === '') throw wrongField(path, 'was never set; have a mail sent by which you set one');
    if (!(await this.hasher.matches(account.passwordHash, password))) {
      await recordEvent(this.db.manager, 'password_check_failed', { userId, ...(client && { client }) });
      throw wrongField(path, 'is wrong');
    }
    return account;
  }
}
