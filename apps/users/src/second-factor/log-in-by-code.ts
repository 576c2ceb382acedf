import { Injectable } from '@nestjs/common';
import { ParleyError, type IssuedGrant, type RpcInput, type usersRpc } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { beginSignIn } from '../accounts/begin-sign-in';
import { lockAccount } from '../accounts/lock-account';
import { GrantIssuer } from '../sessions/issue-grant';
import type { OpenedSession } from '../sessions/open-session';
import { Settings } from '../settings';
import { assertRight, CheckCode, type CodeVerdict } from './check-code';
import { countFailure, readChallenge } from './login-challenge';
import { LoginChallengeEntity } from './login-challenge.entity';

/** The second half of a login: a code, for what the first half has answered. */
@Injectable()
export class LogInByCode {
  constructor(
    private readonly db: DataSource,
    private readonly codes: CheckCode,
    private readonly grants: GrantIssuer,
    private readonly settings: Settings,
  ) {}

  /**
   * @throws ParleyError `unauthenticated` for a challenge that is unknown, used, expired or tried too often, `validation_failed` at `code` for a wrong one,
   * `rate_limited` after too many of those, `forbidden` where the account was suspended meanwhile
   */
  async run(input: RpcInput<typeof usersRpc.loginByCode>): Promise<IssuedGrant> {
    const outcome = await this.try(input);
    if ('sessionId' in outcome) return this.grants.issue(outcome);
    assertRight(outcome);
    throw new ParleyError('unavailable', 'The login was neither opened nor refused.');
  }

  /** Commits whatever comes of it: that a code was wrong is to be remembered. */
  private try({
    challenge,
    code,
    session,
    client,
  }: RpcInput<typeof usersRpc.loginByCode>): Promise<OpenedSession | CodeVerdict> {
    return transaction(this.db, async (manager) => {
      const { userId } = await readChallenge(manager, challenge);
      const account = await lockAccount(manager, userId);
      // Once more, now that nobody else is at it.
      const held = await readChallenge(manager, challenge);
      if (account.status === 'suspended') throw new ParleyError('forbidden', 'This account is suspended.');
      const verdict = await this.codes.run(manager, userId, code, client);
      if (verdict.is !== 'right') {
        if (verdict.is === 'wrong') await countFailure(manager, held);
        return verdict;
      }
      await manager.delete(LoginChallengeEntity, { hash: held.hash });
      return beginSignIn(manager, account, {
        ...{ kind: session, client },
        ttlSeconds: this.settings.refreshTokenTtlSeconds,
      });
    });
  }
}
