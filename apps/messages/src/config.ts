import { commonConfig, databaseConfig, rpcServerConfig } from '@parley/server-runtime';
import { z } from 'zod';

/** The environment of the messages service. */
export const messagesConfig = z.object({ ...commonConfig, ...rpcServerConfig, ...databaseConfig });
export type MessagesConfig = z.output<typeof messagesConfig>;
