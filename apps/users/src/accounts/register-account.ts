import { Injectable } from '@nestjs/common';
import { ParleyError, type IssuedGrant, type RpcInput, type usersRpc } from '@parley/contracts';
import { isUniqueViolation, transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { nameTerm } from '../profiles/name-term';
import { ProfileEntity } from '../profiles/profile.entity';
import { queueMail } from '../mail/queue-mail';
import { recordEvent } from '../security-events/record-event';
import { GrantIssuer } from '../sessions/issue-grant';
import { openSession, type OpenedSession } from '../sessions/open-session';
import { Settings } from '../settings';
import { AccountEntity } from './account.entity';
import { PasswordHasher } from './password-hasher';
import { refuseCommonPassword } from './refuse-password';

/** Opens an account: its credentials, an empty profile and a first session, all or nothing. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly db: DataSource,
    private readonly hasher: PasswordHasher,
    private readonly grants: GrantIssuer,
    private readonly settings: Settings,
  ) {}

  /**
   * @throws ParleyError `validation_failed` for a password that everybody tries first, `conflict` for an address that is
   * taken, `rate_limited` when too many are signing in
   */
  async run(input: RpcInput<typeof usersRpc.register>): Promise<IssuedGrant> {
    refuseCommonPassword(input.password, input.email, 'password');
    const passwordHash = await this.hasher.hash(input.password);
    return this.grants.issue(await this.create(input, passwordHash));
  }

  /** The address may be taken between any check and the insert, so that the insert alone decides. */
  private async create(
    { email, displayName, session, client }: RpcInput<typeof usersRpc.register>,
    passwordHash: string,
  ): Promise<OpenedSession> {
    const userId = uuidV7();
    const createdAt = new Date();
    try {
      return await transaction(this.db, async (manager) => {
        await manager.insert(AccountEntity, { id: userId, email, passwordHash, createdAt });
        await manager.insert(ProfileEntity, { userId, displayName, nameTerm: nameTerm(displayName), createdAt });
        await queueMail(manager, 'verify_email', email, userId);
        await recordEvent(manager, 'registered', { userId, client });
        return openSession(manager, {
          ...{ userId, kind: session, userAgent: client.userAgent },
          ttlSeconds: this.settings.refreshTokenTtlSeconds,
        });
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'accounts_email')) throw error;
      throw new ParleyError('conflict', 'This e-mail address cannot be used. If it is yours, sign in instead.');
    }
  }
}
