import { Injectable } from '@nestjs/common';
import type { IssuedGrant } from '@parley/contracts';
import { AccessTokenSigner } from '../keys/access-token-signer';
import { OwnProfiles } from '../profiles/own-profiles';
import { Settings } from '../settings';
import type { OpenedSession } from './open-session';

/** Makes of a session what registering, logging in and refreshing answer. */
@Injectable()
export class GrantIssuer {
  constructor(
    private readonly signer: AccessTokenSigner,
    private readonly profiles: OwnProfiles,
    private readonly settings: Settings,
  ) {}

  /** To be called once the session is committed: the access token is good at once. */
  async issue({ userId, sessionId, kind, refreshToken }: OpenedSession): Promise<IssuedGrant> {
    const [user, accessToken] = await Promise.all([
      this.profiles.read(userId),
      this.signer.sign({ userId, sessionId }),
    ]);
    return {
      ...{ user, accessToken, refreshToken, sessionId, session: kind },
      expiresIn: this.settings.accessTokenTtlSeconds,
      refreshExpiresIn: this.settings.refreshTokenTtlSeconds,
    };
  }
}
