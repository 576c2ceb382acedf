import { commonConfig, databaseConfig, integer, rpcServerConfig } from '@parley/server-runtime';
import { z } from 'zod';

/** The environment of the messages service. */
export const messagesConfig = z.object({
  ...commonConfig,
  ...rpcServerConfig,
  ...databaseConfig,
  /** How long what a message said before it was edited or deleted is kept, for reports of it. */
  EARLIER_TEXTS_DAYS: integer(1, 3_650).default(90),
  /** How long messages are kept; left out: for good. */
  MESSAGE_RETENTION_DAYS: integer(1, 36_500).optional(),
});
export type MessagesConfig = z.output<typeof messagesConfig>;
