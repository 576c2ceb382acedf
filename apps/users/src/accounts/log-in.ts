import { Injectable } from '@nestjs/common';
import { ParleyError, type IssuedGrant, type RpcInput, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource, type EntityManager } from 'typeorm';
import { challengeFor, codeNeeded } from '../second-factor/login-challenge';
import { recordEvent } from '../security-events/record-event';
import { GrantIssuer } from '../sessions/issue-grant';
import { Settings } from '../settings';
import { SignInAttempts } from '../sign-in-attempts/sign-in-attempts';
import type { AccountStatus } from './account.entity';
import { beginSignIn } from './begin-sign-in';
import { PasswordHasher } from './password-hasher';

interface Credentials {
  readonly id: string;
  readonly passwordHash: string;
  readonly status: AccountStatus;
}

/** Opens a session for whoever knows the password. */
@Injectable()
export class LogIn {
  constructor(
    private readonly db: DataSource,
    private readonly hasher: PasswordHasher,
    private readonly grants: GrantIssuer,
    private readonly settings: Settings,
    private readonly attempts: SignInAttempts,
  ) {}

  /**
   * @throws ParleyError `unauthenticated`, the same and after the same work for a wrong password and for an address
   * without an account; with `secondFactor` to whoever knows the password of an account that asks for a code besides;
   * `forbidden` to whoever knows the password of an account that is suspended; `rate_limited` when too many are signing in,
   * or have tried this account
   */
  async run({ email, password, session, client }: RpcInput<typeof usersRpc.login>): Promise<IssuedGrant> {
    const account = await this.find(email);
    await this.attempts.take({ email, client }, account?.id);
    const isRight = await this.hasher.matches(account?.passwordHash, password);
    if (!account || !isRight) {
      // For an address without an account too: the same work.
      await recordEvent(this.db.manager, 'sign_in_failed', { userId: account?.id ?? null, client });
      throw wrongCredentials();
    }
    // Told to nobody but who knows the password.
    if (account.status === 'suspended') throw new ParleyError('forbidden', 'This account is suspended.');
    const opened = await transaction(this.db, async (manager) => {
      await assertUnchanged(manager, account);
      const challenge = await challengeFor(manager, account.id);
      if (challenge !== null) {
        await recordEvent(manager, 'second_factor_asked', { userId: account.id, client });
        return challenge;
      }
      const ttlSeconds = this.settings.refreshTokenTtlSeconds;
      return beginSignIn(manager, account, { kind: session, client, ttlSeconds });
    });
    await this.attempts.forget({ email, client });
    if ('challenge' in opened) throw codeNeeded(opened);
    return this.grants.issue(opened);
  }

  /** Plain SQL, since making an entity of a row takes time that finding none does not. */
  private async find(email: string): Promise<Credentials | undefined> {
    const [account] = await this.db.query<Credentials[]>(
      'SELECT id, password_hash AS "passwordHash", status FROM accounts WHERE email = $1',
      [email],
    );
    return account;
  }
}

/**
 * Holds the account as it was when the password was checked, until the session is committed. Whoever changes the account meanwhile waits, and then ends
 * this session too; where it was changed before, the password that was checked is none any more.
 */
async function assertUnchanged(manager: EntityManager, { id, passwordHash, status }: Credentials): Promise<void> {
  const same = await manager.query<unknown[]>(
    `SELECT 1 FROM accounts WHERE id = $1 AND password_hash = $2 AND status = $3 FOR ${status === 'active' ? 'SHARE' : 'NO KEY UPDATE'}`,
    [id, passwordHash, status],
  );
  if (same.length === 0) throw wrongCredentials();
}

function wrongCredentials(): ParleyError {
  return new ParleyError('unauthenticated', 'The e-mail address or the password is wrong.');
}
