import type { AccessTokens } from './access-tokens';
import type { Identity } from './identity';
import type { RevocationWatch } from './revocation-watch';

/** From a bearer token to who it is, for both edges: well signed, not expired, of a session that has not ended. */
export class Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly revocations: RevocationWatch,
  ) {}

  /** @throws ParleyError `unauthenticated`, or `unavailable` where it cannot be told */
  async authenticate(token: string): Promise<Identity> {
    const identity = await this.tokens.verify(token);
    await this.revocations.assertLive(identity.sessionId);
    return identity;
  }
}
