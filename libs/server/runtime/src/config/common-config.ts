import { z } from 'zod';
import { integer, port } from './fields';

/** Characters of a service secret at least: 32 random ones are more than anybody guesses. */
export const SECRET_CHARACTERS_MIN = 32;

/** What the bootstrap of every process reads; spread into its `z.object({ … })`. */
export const processConfig = {
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Where health and metrics are served: loopback unless told otherwise. */
  OPS_HOST: z.string().default('127.0.0.1'),
  OPS_PORT: port(),
  /** How long a process may take to end after SIGTERM. */
  SHUTDOWN_GRACE_MS: integer(0, 600_000).default(10_000),
};

/** For processes that call or are called by others: all but those that only hand out files. */
export const commonConfig = {
  ...processConfig,
  /** The key with which services sign their calls. */
  RPC_SECRET: z.string().min(SECRET_CHARACTERS_MIN, `must have at least ${SECRET_CHARACTERS_MIN} characters`),
};

/** For processes that answer calls of other services. */
export const rpcServerConfig = {
  RPC_HOST: z.string().default('127.0.0.1'),
  RPC_PORT: port(),
};

/** For processes that serve HTTP or WebSocket. */
export const httpServerConfig = {
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: port(),
};

/** For processes with a database. */
export const databaseConfig = {
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''), 'must be a postgresql:// URL'),
  DATABASE_POOL_SIZE: integer(1, 200).default(10),
};
