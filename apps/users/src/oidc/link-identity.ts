import { Injectable } from '@nestjs/common';
import { ParleyError, type RpcInput, type RpcOutput, type usersRpc } from '@parley/contracts';
import { isUniqueViolation, transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { ConfirmPassword } from '../accounts/confirm-password';
import { lockOwnAccount } from '../accounts/lock-own-account';
import { queueMail } from '../mail/queue-mail';
import { recordEvent } from '../security-events/record-event';
import { IdentityEntity } from './identity.entity';
import { Issuer } from './issuer';
import { attemptSeconds, OidcAttempts } from './oidc-attempts';

/** Connects an account with one of the issuer's, and disconnects it, at the owner's wish. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly db: DataSource,
    private readonly confirm: ConfirmPassword,
    private readonly issuer: Issuer,
    private readonly attempts: OidcAttempts,
  ) {}

  /**
   * Asks for the password: what is connected opens the account for good, and a session left open must not be enough for that.
   * @throws ParleyError `validation_failed` at `password` for a wrong one, `conflict` where one is connected, `unavailable` where the issuer does not answer
   */
  async begin(
    { password, client }: RpcInput<typeof usersRpc.beginOidcLink>,
    actor: Actor,
  ): Promise<RpcOutput<typeof usersRpc.beginOidcLink>> {
    const { issuer } = this.issuer.configured;
    await this.confirm.run(actor, password, 'password', client);
    const { userId } = actor;
    if (await this.db.manager.existsBy(IdentityEntity, { issuer, userId })) throw connected();
    await this.issuer.ready();
    const attempt = await this.attempts.begin(userId);
    const url = await this.issuer.authorizationUrl(attempt);
    return { url, browser: attempt.browser, expiresIn: attemptSeconds };
  }

  /** @throws ParleyError as the contract says */
  async finish(
    { browser, client, ...answer }: RpcInput<typeof usersRpc.finishOidcLink>,
    actor: Actor,
  ): Promise<Record<string, never>> {
    const { userId } = actor;
    const proofs = await this.attempts.take(answer.state, browser, userId);
    const { issuer, subject } = await this.issuer.exchange(answer, proofs);
    try {
      await transaction(this.db, async (manager) => {
        const { email } = await lockOwnAccount(manager, actor);
        await manager.insert(IdentityEntity, { issuer, subject, userId, linkedAt: new Date() });
        await recordEvent(manager, 'identity_linked', { userId, client });
        await queueMail(manager, 'identity_linked', email, userId);
      });
    } catch (error) {
      if (isUniqueViolation(error, 'identities_user')) throw connected();
      if (!isUniqueViolation(error)) throw error;
      throw new ParleyError('conflict', 'This account of the issuer’s opens another account here.');
    }
    return {};
  }

  /** @throws ParleyError `validation_failed` at `password` for a wrong one, `conflict` where nothing is connected */
  async unlink(
    { password, client }: RpcInput<typeof usersRpc.unlinkOidc>,
    actor: Actor,
  ): Promise<Record<string, never>> {
    const { issuer } = this.issuer.configured;
    await this.confirm.run(actor, password, 'password', client);
    await transaction(this.db, async (manager) => {
      const { id: userId, email } = await lockOwnAccount(manager, actor);
      const { affected } = await manager.delete(IdentityEntity, { issuer, userId });
      if (affected !== 1) throw new ParleyError('conflict', 'Nothing is connected with this account.');
      await recordEvent(manager, 'identity_unlinked', { userId, client });
      await queueMail(manager, 'identity_unlinked', email, userId);
    });
    return {};
  }
}

const connected = (): ParleyError => new ParleyError('conflict', 'This account is connected already.');
