import { Injectable } from '@nestjs/common';
import {
  ParleyError,
  type RecoveryCodes,
  type RpcInput,
  type SecondFactorSetup,
  type usersRpc,
} from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { ConfirmPassword } from '../accounts/confirm-password';
import { lockOwnAccount } from '../accounts/lock-own-account';
import { wrongField } from '../accounts/refuse-password';
import { queueMail } from '../mail/queue-mail';
import { recordEvent } from '../security-events/record-event';
import { assertRight, CheckCode, type CodeVerdict } from './check-code';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { bareCode, newRecoveryCode, SecondFactorKeys } from './second-factor-keys';
import { SecondFactorEntity } from './second-factor.entity';
import { newTotpSecret, stepOfCode, totpUri } from './totp';

/** How long a key waits for its first code. */
const setupSeconds = 900;
const recoveryCodes = 10;

/** Turns codes besides the password on and off, at the owner's wish. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly db: DataSource,
    private readonly confirm: ConfirmPassword,
    private readonly codes: CheckCode,
    private readonly keys: SecondFactorKeys,
  ) {}

  /**
   * Makes a key for the owner's app. Nothing asks for its codes before `enable`; asked for again it is another one.
   * @throws ParleyError `validation_failed` at `password` for a wrong one, `conflict` where codes are asked for already
   */
  async setUp(
    { password, client }: RpcInput<typeof usersRpc.setUpSecondFactor>,
    actor: Actor,
  ): Promise<SecondFactorSetup> {
    await this.confirm.run(actor, password, 'password', client);
    const secret = newTotpSecret();
    return transaction(this.db, async (manager) => {
      const { id: userId, email } = await lockOwnAccount(manager, actor);
      const known = await manager.findOneBy(SecondFactorEntity, { userId });
      if (known?.enabledAt) throw new ParleyError('conflict', 'This account has a second factor.');
      const waiting = { sealedSecret: this.keys.seal(secret), createdAt: new Date() };
      if (known === null) await manager.insert(SecondFactorEntity, { userId, ...waiting });
      else await manager.update(SecondFactorEntity, { userId }, waiting);
      return { secret, uri: totpUri(secret, 'Parley', email), expiresIn: setupSeconds };
    });
  }

  /**
   * From here on logins ask for codes. The sessions that there are go on.
   * @throws ParleyError `validation_failed` at `code` for a wrong one, `conflict` where no key waits for it
   */
  async enable({ code, client }: RpcInput<typeof usersRpc.enableSecondFactor>, actor: Actor): Promise<RecoveryCodes> {
    return transaction(this.db, async (manager) => {
      const { id: userId, email } = await lockOwnAccount(manager, actor);
      const waiting = await manager.findOneBy(SecondFactorEntity, { userId });
      const now = new Date();
      if (waiting === null || waiting.enabledAt || waiting.createdAt.getTime() + setupSeconds * 1_000 < now.getTime()) {
        throw new ParleyError('conflict', 'No key waits for a code. Begin anew.');
      }
      const secret = this.keys.open(waiting.sealedSecret);
      const step = secret === undefined ? null : stepOfCode(secret, bareCode(code), now.getTime());
      if (step === null) throw wrongField('code', 'is wrong');
      await manager.update(SecondFactorEntity, { userId }, { enabledAt: now, lastStep: step });
      await recordEvent(manager, 'second_factor_enabled', { userId, client });
      await queueMail(manager, 'second_factor_enabled', email, userId);
      return this.replaceRecoveryCodes(manager, userId);
    });
  }

  /** @throws ParleyError as `disable` */
  async renewRecoveryCodes(input: RpcInput<typeof usersRpc.renewRecoveryCodes>, actor: Actor): Promise<RecoveryCodes> {
    return this.confirmed(input, actor, async (manager, userId) => {
      await recordEvent(manager, 'recovery_codes_renewed', { userId, client: input.client });
      return this.replaceRecoveryCodes(manager, userId);
    });
  }

  /**
   * @throws ParleyError `validation_failed` at `password` or `code` for a wrong one, `conflict` where there is no second factor, `rate_limited` after too
   * many wrong codes
   */
  async disable(input: RpcInput<typeof usersRpc.disableSecondFactor>, actor: Actor): Promise<Record<string, never>> {
    return this.confirmed(input, actor, async (manager, userId, email) => {
      await manager.delete(SecondFactorEntity, { userId });
      await recordEvent(manager, 'second_factor_disabled', { userId, client: input.client });
      await queueMail(manager, 'second_factor_disabled', email, userId);
      return {};
    });
  }

  /** Does what takes the password and a code. A code is used up by it; a wrong one counts, whatever else is undone. */
  private async confirmed<T>(
    { password, code, client }: RpcInput<typeof usersRpc.disableSecondFactor>,
    actor: Actor,
    work: (manager: EntityManager, userId: string, email: string) => Promise<T>,
  ): Promise<T> {
    await this.confirm.run(actor, password, 'password', client);
    const outcome = await transaction(this.db, async (manager): Promise<{ done: T } | { verdict: CodeVerdict }> => {
      const { id, email } = await lockOwnAccount(manager, actor);
      const verdict = await this.codes.run(manager, id, code, client);
      return verdict.is === 'right' ? { done: await work(manager, id, email) } : { verdict };
    });
    if ('done' in outcome) return outcome.done;
    assertRight(outcome.verdict);
    throw new ParleyError('unavailable', 'The code was neither taken nor refused.');
  }

  private async replaceRecoveryCodes(manager: EntityManager, userId: string): Promise<RecoveryCodes> {
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    await manager.delete(RecoveryCodeEntity, { userId });
    await manager.insert(
      RecoveryCodeEntity,
      codes.map((code) => ({ userId, hash: this.keys.hashOfRecoveryCode(bareCode(code)) })),
    );
    return { recoveryCodes: codes };
  }
}
