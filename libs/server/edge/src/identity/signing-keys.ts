import { accessToken, ParleyError } from '@parley/contracts';
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** The only kind of key that Parley signs with; any other in the set is ignored. */
const KeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string().min(1),
  use: z.literal('sig').optional(),
  alg: z.enum([accessToken.algorithm, 'Ed25519']).optional(),
});

/** A JSON Web Key Set as the users service answers it. */
export interface PublicKeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** How long keys are used without asking again, and how often a token with an unknown key may make us ask. */
const MAX_AGE_MS = 5 * 60_000;
const UNKNOWN_KEY_INTERVAL_MS = 2_000;

/**
 * The users service's public keys, kept here. Fetched when first needed, again after five minutes, and when a token names a key that is
 * not among them: at most once in two seconds however many such tokens come, and once for all who wait.
 */
export class SigningKeys {
  private keys: { readonly find: JWTVerifyGetKey; readonly set: PublicKeySet } | undefined;
  private attemptedAt = -Infinity;
  private fetchedAt = -Infinity;
  private fetching: Promise<void> | undefined;

  constructor(
    private readonly fetchKeys: () => Promise<PublicKeySet>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The key set itself, for `/.well-known/jwks.json`. @throws ParleyError `unavailable` */
  async published(): Promise<PublicKeySet> {
    return (await this.current()).set;
  }

  /** Finds the key for a token, in the form jose asks for it. */
  readonly resolve: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.current();
    try {
      return await keys.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (this.fetching === undefined && this.now() - this.attemptedAt < UNKNOWN_KEY_INTERVAL_MS) throw error;
      await this.fetch();
      return await (await this.current()).find(header, token);
    }
  };

  private async current(): Promise<{ readonly find: JWTVerifyGetKey; readonly set: PublicKeySet }> {
    if (this.keys === undefined) await this.fetch();
    else if (this.now() - this.fetchedAt > MAX_AGE_MS && this.now() - this.attemptedAt > UNKNOWN_KEY_INTERVAL_MS) {
      // Nobody waits for this one: the keys at hand still serve. A failure shows when a key is missing.
      void this.fetch().catch(() => undefined);
    }
    if (this.keys === undefined) throw new ParleyError('unavailable', 'Sign-in cannot be checked right now.');
    return this.keys;
  }

  private fetch(): Promise<void> {
    this.fetching ??= this.fetchOnce().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetchOnce(): Promise<void> {
    this.attemptedAt = this.now();
    const set = await this.fetchKeys();
    const usable = set.keys.flatMap((key) => {
      const parsed = KeySchema.safeParse(key);
      // zod leaves absent properties absent; `JWK` wants exactly that.
      return parsed.success ? [{ kty: 'OKP', crv: 'Ed25519', x: parsed.data.x, kid: parsed.data.kid }] : [];
    });
    this.keys = { find: createLocalJWKSet({ keys: usable }), set };
    this.fetchedAt = this.now();
  }
}
