import { Injectable } from '@nestjs/common';
import { ParleyError, type IssuedGrant, type RpcInput, type usersRpc } from '@parley/contracts';
import { isUniqueViolation, transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { GrantIssuer } from '../sessions/issue-grant';
import { openSession, type OpenedSession } from '../sessions/open-session';
import { Settings } from '../settings';
import { openAccount } from './open-account';
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

  private async create(
    { email, displayName, session, client }: RpcInput<typeof usersRpc.register>,
    passwordHash: string,
  ): Promise<OpenedSession> {
    try {
      return await transaction(this.db, async (manager) => {
        const userId = await openAccount(manager, { email, displayName, passwordHash, client });
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
