import { Injectable } from '@nestjs/common';
import { ParleyError, type RpcInput, type RpcOutput, type SecondFactorNeeded, type usersRpc } from '@parley/contracts';
import { isUniqueViolation, transaction } from '@parley/server-database';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';
import { beginSignIn } from '../accounts/begin-sign-in';
import { lockAccount } from '../accounts/lock-account';
import { openAccount } from '../accounts/open-account';
import { challengeFor, codeNeeded } from '../second-factor/login-challenge';
import { recordEvent } from '../security-events/record-event';
import { GrantIssuer } from '../sessions/issue-grant';
import type { OpenedSession } from '../sessions/open-session';
import { Settings } from '../settings';
import { IdentityEntity } from './identity.entity';
import { Issuer, type SignedInThere } from './issuer';
import { attemptSeconds, OidcAttempts } from './oidc-attempts';
import { personThere } from './person-there';

type Finished = RpcInput<typeof usersRpc.finishOidc>;
type Client = Finished['client'];

/** Opens a session for whoever the issuer has signed in: of the account that is connected with theirs there, or of one that is opened for it. */
@Injectable()
export class LogInByIssuer {
  constructor(
    private readonly db: DataSource,
    private readonly issuer: Issuer,
    private readonly attempts: OidcAttempts,
    private readonly grants: GrantIssuer,
    private readonly settings: Settings,
  ) {}

  /** @throws ParleyError `not_found` where no issuer is configured, `unavailable` where it does not answer */
  async begin(): Promise<RpcOutput<typeof usersRpc.beginOidc>> {
    await this.issuer.ready();
    const attempt = await this.attempts.begin(null);
    const url = await this.issuer.authorizationUrl(attempt);
    return { url, browser: attempt.browser, expiresIn: attemptSeconds };
  }

  /** @throws ParleyError as the contract says */
  async finish({ browser, client, ...answer }: Finished): Promise<RpcOutput<typeof usersRpc.finishOidc>> {
    const proofs = await this.attempts.take(answer.state, browser, null);
    const there = await this.issuer.exchange(answer, proofs).catch(async (error: unknown) => {
      if (error instanceof ParleyError && error.code === 'unauthenticated') {
        await recordEvent(this.db.manager, 'sign_in_failed', { userId: null, client });
      }
      throw error;
    });
    const known = await this.known(there, client);
    const { isNew, ...opened } = known ? { isNew: false, ...known } : await this.open(there, client);
    if ('challenge' in opened) throw codeNeeded(opened);
    return { ...(await this.grants.issue(opened)), isNew };
  }

  /** By issuer and subject alone: what the issuer says of an address opens nothing. */
  private known(
    { issuer, subject }: SignedInThere,
    client: Client,
  ): Promise<OpenedSession | SecondFactorNeeded | undefined> {
    return transaction(this.db, async (manager) => {
      const identity = await manager.findOneBy(IdentityEntity, { issuer, subject });
      if (identity === null) return undefined;
      const account = await lockAccount(manager, identity.userId);
      // Once more, now that nobody disconnects it.
      if (!(await manager.existsBy(IdentityEntity, { issuer, subject, userId: account.id }))) return undefined;
      if (account.status === 'suspended') throw new ParleyError('forbidden', 'This account is suspended.');
      // The issuer stands in for the password, and for nothing else.
      const challenge = await challengeFor(manager, account.id);
      if (challenge !== null) {
        await recordEvent(manager, 'second_factor_asked', { userId: account.id, client });
        return challenge;
      }
      return this.session(manager, account, client);
    });
  }

  /** `isNew` where it opened the account, and not the same attempt in another tab. */
  private async open(
    there: SignedInThere,
    client: Client,
  ): Promise<(OpenedSession | SecondFactorNeeded) & { readonly isNew: boolean }> {
    const { issuer, subject } = there;
    const { email, displayName } = personThere(await there.claims());
    try {
      return await transaction(this.db, async (manager) => {
        const userId = await openAccount(manager, { email, displayName, passwordHash: '', client });
        await manager.insert(IdentityEntity, { issuer, subject, userId, linkedAt: new Date() });
        await recordEvent(manager, 'identity_linked', { userId, client });
        return { isNew: true, ...(await this.session(manager, { id: userId, status: 'active' }, client)) };
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Twice at once, from two tabs: the other was quicker.
      const known = await this.known(there, client);
      if (known !== undefined) return { isNew: false, ...known };
      await this.refused(email, client);
      throw new ParleyError(
        'conflict',
        'There is an account with this address. Sign in to it, and connect them there.',
      );
    }
  }

  private session(
    manager: EntityManager,
    account: Pick<AccountEntity, 'id' | 'status'>,
    client: Client,
  ): Promise<OpenedSession> {
    const ttlSeconds = this.settings.refreshTokenTtlSeconds;
    return beginSignIn(manager, account, { kind: 'cookie', client, ttlSeconds });
  }

  /** For the log of the account that somebody would have come into had its address been enough. */
  private async refused(email: string, client: Client): Promise<void> {
    const account = await this.db.manager.findOneBy(AccountEntity, { email });
    await recordEvent(this.db.manager, 'identity_refused', { userId: account?.id ?? null, client });
  }
}
