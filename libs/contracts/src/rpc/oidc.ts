import * as z from 'zod';
import { ConfirmedByPasswordSchema } from '../model/account';
import { OidcAnswerSchema, OidcGrantSchema, OidcProviderSchema, OidcRedirectSchema } from '../model/oidc';
import { client } from './accounts';
import { defineRpc } from './define';
import { IssuedGrantSchema } from './issued-grant';

/** What the browser that began keeps, and nobody else has. */
const browser = z.string().max(64);
const issued = IssuedGrantSchema.extend(OidcGrantSchema.pick({ isNew: true }).shape);
const begun = OidcRedirectSchema.extend({ browser });
const brought = OidcAnswerSchema.extend({ browser, client });

/** The users service's calls about signing in by an issuer; part of `usersRpc`. All but `oidcProvider` are `not_found` where none is configured. */
export const oidcCalls = {
  oidcProvider: defineRpc({
    pattern: 'users.oidcProvider',
    caller: 'public',
    repeatable: true,
    input: z.object({}),
    output: OidcProviderSchema,
  }),
  /** `unavailable` where the issuer does not answer. */
  beginOidc: defineRpc({
    pattern: 'users.beginOidc',
    caller: 'public',
    repeatable: false,
    input: z.object({}),
    output: begun,
  }),
  /**
   * `unauthenticated` where it was not begun here, took too long, was finished already or the issuer's answer is not to be believed, and with
   * `secondFactor` where the account asks for a code; `validation_failed` at `email` where the issuer does not vouch for an address, `conflict` where that
   * has an account to which nobody has connected the issuer's, `forbidden` for a suspended one, `unavailable` where the issuer does not answer.
   */
  finishOidc: defineRpc({
    pattern: 'users.finishOidc',
    caller: 'public',
    repeatable: false,
    input: brought,
    output: issued,
  }),
  /** `validation_failed` at `password` for a wrong one, `conflict` where one is connected. */
  beginOidcLink: defineRpc({
    pattern: 'users.beginOidcLink',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByPasswordSchema.extend({ client }),
    output: begun,
  }),
  /** `unauthenticated` as of `finishOidc`, `conflict` where the issuer's account or the actor's is connected already. */
  finishOidcLink: defineRpc({
    pattern: 'users.finishOidcLink',
    caller: 'actor',
    repeatable: false,
    input: brought,
    output: z.object({}),
  }),
  /** `validation_failed` at `password` for a wrong one, `conflict` where nothing is connected. */
  unlinkOidc: defineRpc({
    pattern: 'users.unlinkOidc',
    caller: 'actor',
    repeatable: false,
    input: ConfirmedByPasswordSchema.extend({ client }),
    output: z.object({}),
  }),
} as const;
