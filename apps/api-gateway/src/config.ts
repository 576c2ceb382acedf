import { edgeConfig } from '@parley/server-edge';
import { addressList, commonConfig, httpServerConfig, integer } from '@parley/server-runtime';
import { z } from 'zod';

/** The environment of the api-gateway. */
export const apiGatewayConfig = z.object({
  ...commonConfig,
  ...httpServerConfig,
  ...edgeConfig,
  /** The realtime gateways: any of them is told what has changed. */
  REALTIME_RPC: addressList(),
  /** Accounts that may be opened from one network address in an hour, attempts to sign in or to refresh a session in a minute, and
   *  passwords said to be forgotten in an hour. */
  REGISTRATIONS_PER_HOUR: integer(1, 1_000_000).default(100),
  LOGINS_PER_MINUTE: integer(1, 1_000_000).default(60),
  REFRESHES_PER_MINUTE: integer(1, 1_000_000).default(600),
  RESETS_PER_HOUR: integer(1, 1_000_000).default(30),
});
export type ApiGatewayConfig = z.output<typeof apiGatewayConfig>;
