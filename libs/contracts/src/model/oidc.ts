import * as z from 'zod';
import { GrantSchema } from './auth';
import { TimeSchema } from './primitives';

/** The issuer by which people can sign in besides the password, as its button calls it; null where none is configured. */
export const OidcProviderSchema = z.object({ provider: z.object({ name: z.string() }).nullable() });
export type OidcProvider = z.infer<typeof OidcProviderSchema>;

/** Where the browser is to go, and for how many seconds the answer that it brings from there is good. */
export const OidcRedirectSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  expiresIn: z.int().positive(),
});
export type OidcRedirect = z.infer<typeof OidcRedirectSchema>;

/** What a browser brings back from the issuer (RFC 6749, 4.1.2; `iss` by RFC 9207), as it stands in the address. */
export const OidcAnswerSchema = z.strictObject({
  code: z.string().min(1).max(4_096),
  state: z.string().regex(/^[\w-]{43}$/, 'must be what the sign-in began with'),
  iss: z.string().max(2_048).optional(),
});
export type OidcAnswer = z.infer<typeof OidcAnswerSchema>;

/** What a sign-in by the issuer answers: as a login, and whether it has opened the account. */
export const OidcGrantSchema = GrantSchema.extend({ isNew: z.boolean() });
export type OidcGrant = z.infer<typeof OidcGrantSchema>;

/** That an account of the issuer's opens this one. */
export const LinkedIdentitySchema = z.object({ name: z.string(), linkedAt: TimeSchema });
export type LinkedIdentity = z.infer<typeof LinkedIdentitySchema>;
