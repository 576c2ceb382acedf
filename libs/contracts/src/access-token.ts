import * as z from 'zod';
import { UuidSchema } from './model/primitives';

/**
 * What the users service signs and both edges verify. Issuer and audience are the public origin.
 * The lifetime is bounded so that whoever remembers a revoked session knows when it may forget it.
 */
export const accessToken = {
  algorithm: 'EdDSA',
  /** The `typ` header (RFC 9068): no other kind of token passes for an access token. */
  type: 'at+jwt',
  maxLifetimeSeconds: 3_600,
  clockSkewSeconds: 60,
} as const;

/** Claims of an access token; `sub` is the member, `sid` the session, times in seconds. */
export const AccessTokenClaimsSchema = z.object({
  sub: UuidSchema,
  sid: UuidSchema,
  iat: z.int(),
  exp: z.int(),
});
export type AccessTokenClaims = z.infer<typeof AccessTokenClaimsSchema>;
