import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ParleyError } from '@parley/contracts';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { seal, sealingKey, unseal } from '../sealing/seal';
import { Settings } from '../settings';
import { OidcAttemptEntity } from './oidc-attempt.entity';

/** How long somebody may take at the issuer, who may have to find a password there, or a telephone. */
export const attemptSeconds = 600;

/** What an exchange proves: that the issuer's answer is to this very question (`nonce`), and that who brings the code has asked it (`verifier`, RFC 7636). */
export interface Proofs {
  readonly nonce: string;
  readonly verifier: string;
}

/** What begins a sign-in: `state` travels by the issuer, `browser` stays in a cookie of the browser that began. */
export interface BegunAttempt extends Proofs {
  readonly state: string;
  readonly browser: string;
}

const ProofsSchema = z.object({ nonce: z.string(), verifier: z.string() });

/** Sign-ins that are under way at the issuer, in the database: any instance finishes what another began. */
@Injectable()
export class OidcAttempts {
  private readonly key: Buffer;

  constructor(
    private readonly db: DataSource,
    settings: Settings,
  ) {
    this.key = sealingKey(settings.secret, 'parley users oidc attempts');
  }

  /** @param userId whose account is to be connected; null to sign in */
  async begin(userId: string | null): Promise<BegunAttempt> {
    const [state, browser, nonce, verifier] = [random(), random(), random(), random()];
    await this.db.manager.insert(OidcAttemptEntity, {
      ...{ hash: hashOf(state), browser: hashOf(browser), userId },
      sealed: seal(JSON.stringify({ nonce, verifier }), this.key),
      expiresAt: new Date(Date.now() + attemptSeconds * 1_000),
    });
    return { state, browser, nonce, verifier };
  }

  /**
   * Takes an attempt up again, once: by the browser that began it, for what it was begun for. So nobody has another's browser finish a sign-in of theirs.
   * @throws ParleyError `unauthenticated` for anything else
   */
  async take(state: string, browser: string, userId: string | null): Promise<Proofs> {
    const attempt = await this.db.manager.findOneBy(OidcAttemptEntity, { hash: hashOf(state) });
    if (attempt === null || attempt.expiresAt <= new Date()) throw notBegun();
    if (!attempt.browser.equals(hashOf(browser))) throw notBegun();
    if (attempt.userId !== userId) throw notBegun();
    // Of all who bring it at the same time one alone deletes it.
    const { affected } = await this.db.manager.delete(OidcAttemptEntity, { hash: attempt.hash });
    if (affected !== 1) throw notBegun();
    return ProofsSchema.parse(JSON.parse(unseal(attempt.sealed, this.key)));
  }
}

const random = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
const notBegun = (): ParleyError =>
  new ParleyError('unauthenticated', 'This sign-in was not begun here, took too long, or was finished already.');
