import { Injectable } from '@nestjs/common';
import { accessToken } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import { SignJWT } from 'jose';
import { v7 as uuidV7 } from 'uuid';
import { Settings } from '../settings';
import { SigningKeys } from './signing-keys';

/** Signs access tokens; what is in one stands in the contracts (`accessToken`). */
@Injectable()
export class AccessTokenSigner {
  constructor(
    private readonly keys: SigningKeys,
    private readonly settings: Settings,
  ) {}

  /** A token for a member in one of their sessions, good for `accessTokenTtlSeconds`. */
  async sign({ userId, sessionId }: Actor): Promise<string> {
    const { id, key } = this.keys.signing();
    const issuedAt = Math.floor(Date.now() / 1_000);
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: accessToken.algorithm, typ: accessToken.type, kid: id })
      .setIssuer(this.settings.origin)
      .setAudience(this.settings.origin)
      .setSubject(userId)
      .setJti(uuidV7())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + this.settings.accessTokenTtlSeconds)
      .sign(key);
  }
}
