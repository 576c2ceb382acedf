import { edgeConfig } from '@parley/server-edge';
import { commonConfig, httpServerConfig, integer, list, rpcServerConfig } from '@parley/server-runtime';
import { limits } from '@parley/contracts';
import { z } from 'zod';

/** The environment of a realtime-gateway. */
export const realtimeGatewayConfig = z.object({
  ...commonConfig,
  ...httpServerConfig,
  ...rpcServerConfig,
  ...edgeConfig,
  /** Origins whose pages may open a socket; the public one alone where nothing is said. */
  ALLOWED_ORIGINS: list().optional(),
  /** Live sockets of one member, over all gateways. */
  SOCKETS_PER_USER: integer(1, 10_000).default(limits.socketsPerUser),
  /** Live connections from one network address, on one gateway. */
  SOCKETS_PER_ADDRESS: integer(1, 1_000_000).default(100),
  /** Whether clients may connect by long polling, where WebSocket does not get through: it takes sticky sessions (`docs/scaling.md`). */
  LONG_POLLING: z.enum(['on', 'off']).default('off'),
  /** How long a gateway may take to end after SIGTERM. */
  SHUTDOWN_GRACE_MS: integer(0, 600_000).default(30_000),
  /** Over how long a gateway that ends moves its sockets elsewhere: in 20 s one in twenty each second. Less where SHUTDOWN_GRACE_MS does not leave as much. */
  DRAIN_MS: integer(0, 300_000).default(20_000),
});
export type RealtimeGatewayConfig = z.output<typeof realtimeGatewayConfig>;
