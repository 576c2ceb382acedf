import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';
import { Settings } from '../settings';

/** Who moderates: whoever has an address that the configuration names, and has proved to read what is sent there. */
@Injectable()
export class Moderators {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  has({ email, emailVerifiedAt, status }: AccountEntity): boolean {
    return status === 'active' && emailVerifiedAt !== null && this.settings.moderators.has(email);
  }

  /** @throws ParleyError `forbidden` */
  async assert({ userId }: Actor): Promise<void> {
    const account = await this.db.manager.findOneBy(AccountEntity, { id: userId });
    if (account === null || !this.has(account)) throw new ParleyError('forbidden', 'This is for moderators.');
  }
}
