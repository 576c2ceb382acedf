import { isApiKey } from '@parley/contracts';
import type { AccessTokens } from './access-tokens';
import type { ApiKeys } from './api-keys';
import type { Identity } from './identity';
import type { RevocationWatch } from './revocation-watch';

/**
 * From a bearer token to who it is, for both edges: an access token that is well signed, not expired, of a session
 * that has not ended; or an API key that is known, not expired and not deleted.
 */
export class Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly keys: ApiKeys,
    private readonly revocations: RevocationWatch,
  ) {}

  /** @throws ParleyError `unauthenticated`, or `unavailable` where it cannot be told */
  async authenticate(token: string): Promise<Identity> {
    const identity = await (isApiKey(token) ? this.keys : this.tokens).verify(token);
    await this.revocations.assertLive(identity.sessionId);
    return identity;
  }
}
