import { addressList, commonConfig, databaseConfig, rpcServerConfig } from '@parley/server-runtime';
import { z } from 'zod';

/** The environment of the chatrooms service. */
export const chatroomsConfig = z.object({
  ...commonConfig,
  ...rpcServerConfig,
  ...databaseConfig,
  /** Where the users service is, which knows who may be brought into a room. */
  USERS_RPC: addressList(),
  /** Where the messages service is, which has to know who is in a room. */
  MESSAGES_RPC: addressList(),
});
export type ChatroomsConfig = z.output<typeof chatroomsConfig>;
