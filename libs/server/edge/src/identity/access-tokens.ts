import { accessToken, AccessTokenClaimsSchema, ParleyError } from '@parley/contracts';
import { errors, jwtVerify } from 'jose';
import type { Identity } from './identity';
import type { SigningKeys } from './signing-keys';

const refused = (cause: unknown): ParleyError =>
  new ParleyError('unauthenticated', 'The access token is not valid.', { cause });

/** Reads access tokens. What a token must be is in the contracts (`accessToken`); nothing in the token itself is believed before its signature is. */
export class AccessTokens {
  /** @param origin the public origin: issuer and audience of every token */
  constructor(
    private readonly keys: SigningKeys,
    private readonly origin: string,
  ) {}

  /** @throws ParleyError `unauthenticated`, or `unavailable` where the keys cannot be had */
  async verify(token: string): Promise<Identity> {
    const claims = AccessTokenClaimsSchema.safeParse(await this.payload(token));
    if (!claims.success) throw refused(claims.error);
    const { sub, sid, iat, exp } = claims.data;
    if (exp - iat > accessToken.maxLifetimeSeconds) throw refused('lives longer than an access token may');
    return { userId: sub, sessionId: sid, expiresAt: exp * 1_000, scopes: null };
  }

  private async payload(token: string): Promise<unknown> {
    try {
      const { payload } = await jwtVerify(token, this.keys.resolve, {
        algorithms: [accessToken.algorithm],
        typ: accessToken.type,
        issuer: this.origin,
        audience: this.origin,
        requiredClaims: ['exp', 'iat', 'sub', 'sid'],
        clockTolerance: accessToken.clockSkewSeconds,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw refused(error);
      throw error;
    }
  }
}
