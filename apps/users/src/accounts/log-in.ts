import { Injectable } from '@nestjs/common';
import { ParleyError, type IssuedGrant, type RpcInput, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { GrantIssuer } from '../sessions/issue-grant';
import { openSession } from '../sessions/open-session';
import { Settings } from '../settings';
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
    const account = await this.find(email);
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
  /** Plain SQL, since making an entity of a row takes time that finding none does not. */
  private async find(email: string): Promise<{ id: string; passwordHash: string } | undefined> {
    const [account] = await this.db.query<{ id: string; passwordHash: string }[]>(
      'SELECT id, password_hash AS "passwordHash" FROM accounts WHERE email = $1',
      [email],
    );
    return account;
  }
}
