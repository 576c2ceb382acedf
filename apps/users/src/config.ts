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

/** The environment of the users service. */
export const usersConfig = z.object({
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
});
export type UsersConfig = z.output<typeof usersConfig>;
