import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { sealingKey } from '../sealing/seal';
import { networkOf } from '../security-events/network';
import { Settings } from '../settings';

/** Who signs in, as far as attempts are counted: with which address, and from where. */
export interface SignIn {
  readonly email: string;
  readonly client: { readonly address?: string | undefined };
}

/** For how long an attempt counts. */
export const windowSeconds = 15 * 60;

/**
 * How often a password may be tried for one account, from wherever that comes. Networks that the account knows have a budget of their own, so that whoever
 * sprays it from elsewhere spends the budget of strangers and never the owner's; what is refused here costs no hash.
 */
@Injectable()
export class SignInAttempts {
  private readonly key: Buffer;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {
    this.key = sealingKey(settings.secret, 'addresses of sign-in attempts');
  }

  /**
   * Counts an attempt before its password is looked at. An address without an account is counted like any other.
   * @param userId of the account, if there is one
   * @throws ParleyError `rate_limited` with `retryAfterMs`
   */
  async take({ email, client }: SignIn, userId: string | undefined): Promise<void> {
    const [taken] = await this.db.query<{ retryAfterMs: number }[]>(
      'SELECT take_sign_in($1, $2, $3, $4, $5, make_interval(secs => $6)) AS "retryAfterMs"',
      [
        uuidV7(),
        this.hashOf(email),
        userId ?? null,
        networkOf(client.address),
        this.settings.signInTries,
        windowSeconds,
      ],
    );
    const { retryAfterMs = 0 } = taken ?? {};
    if (retryAfterMs > 0) {
      throw new ParleyError('rate_limited', 'Too many have tried to sign in to this account. Try again later.', {
        retryAfterMs,
      });
    }
  }

  /** Forgets what was tried from where somebody has now shown to know the password. */
  async forget({ email, client }: SignIn): Promise<void> {
    await this.db.query('DELETE FROM sign_in_attempts WHERE account = $1 AND network IS NOT DISTINCT FROM $2', [
      this.hashOf(email),
      networkOf(client.address),
    ]);
  }

  private hashOf(email: string): Buffer {
    return createHmac('sha256', this.key).update(email).digest();
  }
}
