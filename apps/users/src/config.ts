import { accessToken } from '@parley/contracts';
import {
  addressList,
  commonConfig,
  databaseConfig,
  httpOrigin,
  integer,
  list,
  rpcServerConfig,
} from '@parley/server-runtime';
import { z } from 'zod';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The environment of the users service. */
const variables = z.object({
  ...commonConfig,
  ...rpcServerConfig,
  ...databaseConfig,
  /** Where the messages service is, which has to know of blocks. */
  MESSAGES_RPC: addressList(),
  /** Issuer and audience of access tokens. */
  PUBLIC_ORIGIN: httpOrigin(),
  ACCESS_TOKEN_TTL_SECONDS: integer(60, accessToken.maxLifetimeSeconds).default(600),
  /** How long somebody stays signed in who does not come back. */
  REFRESH_TOKEN_TTL_DAYS: integer(1, 365).default(30),
  /** The mail server: `smtps://user:password@host:465`, or `smtp://…:587` for STARTTLS, which has to be there unless it ends in `?requireTLS=false`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who mails come from: `parley@example.org` or `Parley <parley@example.org>`. */
  MAIL_FROM: z
    .string()
    .regex(/^(?:[\x20-\x3b\x3d\x3f-\x7e]* <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, 'must be an address')
    .default('Parley <parley@localhost>'),
  /** Where mails are laid down as files where there is no mail server. */
  MAIL_OUTBOX_DIR: z.string().optional(),
  /** Addresses of those who read reports and suspend accounts, separated by commas; each counts once it has been proved. */
  MODERATORS: list().default([]),
  /** How often a password may be tried for one account within a quarter of an hour: from each network that the account knows, and from all others together. */
  SIGN_IN_TRIES_PER_ACCOUNT: integer(1, 1_000_000).default(20),
  /** How long the log of security events is kept. */
  SECURITY_EVENTS_DAYS: integer(1, 3_650).default(180),
  /** An issuer (OpenID Connect) by which people can sign in besides: its address, as it calls itself. Plain http is for one on this very machine. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((text) => {
      const url = URL.parse(text);
      return url?.protocol === 'https:' || LOCAL.has(url?.hostname ?? '');
    }, 'must be an https address')
    .optional(),
  /** What Parley is to it. It has to know `<PUBLIC_ORIGIN>/login/oidc` as the address to come back to. */
  OIDC_CLIENT_ID: z.string().optional(),
  /** Left out for a public client, which PKCE alone proves. */
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What people know it as: "Continue with …". Its host name where it is left out. */
  OIDC_NAME: z.string().trim().min(1).max(40).optional(),
});
export const usersConfig = variables.refine(
  ({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId }) => (issuer === undefined) === (clientId === undefined),
  { path: ['OIDC_CLIENT_ID'], message: 'is set together with OIDC_ISSUER, or neither is' },
);
export type UsersConfig = z.output<typeof usersConfig>;
