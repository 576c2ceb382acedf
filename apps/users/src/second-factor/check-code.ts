import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import type { EntityManager } from 'typeorm';
import { wrongField } from '../accounts/refuse-password';
import { recordEvent, type EventFacts } from '../security-events/record-event';
import type { SecurityEventName } from '../security-events/security-event.entity';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { bareCode, SecondFactorKeys } from './second-factor-keys';
import { SecondFactorEntity } from './second-factor.entity';
import { stepOfCode } from './totp';

/**
 * Wrong codes of one account, however many logins and instances they come through: three of a million are good at a time, so that even odds take
 * thirty years.
 */
const wrongCodes = [
  { max: 5, windowMs: 15 * 60_000 },
  { max: 20, windowMs: 24 * 3_600_000 },
] as const;
const failed: SecurityEventName = 'second_factor_failed';

/** What came of a code; `off` where the account has no second factor. */
export type CodeVerdict =
  { readonly is: 'right' | 'wrong' | 'off' } | { readonly is: 'refused'; readonly retryAfterMs: number };

/** Decides whether a code is right, and uses it up. */
@Injectable()
export class CheckCode {
  constructor(private readonly keys: SecondFactorKeys) {}

  /**
   * Within a transaction that holds the account's row, so that codes of one account are looked at one after the other. The transaction has to be
   * committed whatever the verdict: a wrong code counts. A recovery code is taken also while wrong codes are refused: nobody guesses one, and nobody
   * who sends wrong ones keeps the owner out.
   */
  async run(manager: EntityManager, userId: string, typed: string, client: EventFacts['client']): Promise<CodeVerdict> {
    const factor = await manager.findOneBy(SecondFactorEntity, { userId });
    if (!factor?.enabledAt) return { is: 'off' };
    const facts = { userId, ...(client && { client }) };
    const code = bareCode(typed);
    if (await this.useRecoveryCode(manager, userId, code)) {
      await recordEvent(manager, 'recovery_code_used', facts);
      return { is: 'right' };
    }
    const retryAfterMs = await refusedFor(manager, userId);
    if (retryAfterMs > 0) return { is: 'refused', retryAfterMs };
    const secret = this.keys.open(factor.sealedSecret);
    const step = secret === undefined ? null : stepOfCode(secret, code, Date.now());
    if (step === null || (factor.lastStep !== null && step <= Number(factor.lastStep))) {
      await recordEvent(manager, failed, facts);
      return { is: 'wrong' };
    }
    await manager.update(SecondFactorEntity, { userId }, { lastStep: step });
    return { is: 'right' };
  }

  private async useRecoveryCode(manager: EntityManager, userId: string, code: string): Promise<boolean> {
    const hash = this.keys.hashOfRecoveryCode(code);
    const { affected } = await manager.delete(RecoveryCodeEntity, { userId, hash });
    return affected === 1;
  }
}

/** How long codes of the account are refused yet, in milliseconds; 0 where they are not. */
async function refusedFor(manager: EntityManager, userId: string): Promise<number> {
  const now = Date.now();
  const latest = await manager.query<{ at: Date }[]>(
    'SELECT at FROM security_events WHERE user_id = $1 AND event = $2 ORDER BY at DESC LIMIT $3',
    [userId, failed, Math.max(...wrongCodes.map(({ max }) => max))],
  );
  const waits = wrongCodes.map(({ max, windowMs }) => {
    const first = latest[max - 1];
    return first === undefined ? 0 : first.at.getTime() + windowMs - now;
  });
  return Math.max(0, ...waits);
}

/** What is thrown for a verdict that is not `right`, once the transaction is committed. */
export function assertRight(verdict: CodeVerdict): void {
  if (verdict.is === 'off') throw new ParleyError('conflict', 'This account has no second factor.');
  if (verdict.is === 'wrong') throw wrongField('code', 'is wrong, or was used already');
  if (verdict.is === 'refused') {
    throw new ParleyError('rate_limited', 'Too many wrong codes. Wait, or use a recovery code.', {
      retryAfterMs: verdict.retryAfterMs,
    });
  }
}
