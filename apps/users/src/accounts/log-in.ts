import { Injectable } from '@nestjs/common';
import { ParleyError, type IssuedGrant, type RpcInput, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { GrantIssuer } from '../sessions/issue-grant';
import { openSession } from '../sessions/open-session';
import { Settings } from '../settings';
import { AccountEntity } from './account.entity';
import { PasswordHasher } from './password-hasher';

/** Opens a session for whoever knows the password. */
@Injectable()
export class LogIn {
  constructor(
    private readonly db: DataSource,
    private readonly hasher: PasswordHasher,
    private readonly grants: GrantIssuer,
    private readonly settings: Settings,
  ) {}

  /**
   * @throws ParleyError `unauthenticated`, the same and after the same work for a wrong password and for an address
   * without an account; `rate_limited` when too many are signing in
   */
  async run({ email, password, session, client }: RpcInput<typeof usersRpc.login>): Promise<IssuedGrant> {
    const account = await this.db.manager.findOneBy(AccountEntity, { email });
    const isRight = await this.hasher.matches(account?.passwordHash, password);
    if (!account || !isRight) throw new ParleyError('unauthenticated', 'The e-mail address or the password is wrong.');
    const opened = await transaction(this.db, (manager) =>
      openSession(manager, {
        ...{ userId: account.id, kind: session, userAgent: client.userAgent },
        ttlSeconds: this.settings.refreshTokenTtlSeconds,
      }),
    );
    return this.grants.issue(opened);
  }
}
