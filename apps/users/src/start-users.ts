import { messagesRpc } from '@parley/contracts';
import { rpcClient, startRpcServer } from '@parley/server-rpc';
import { every, type ProcessContext, type Running } from '@parley/server-runtime';
import { BlockReplication } from './blocks/block-replication';
import type { UsersConfig } from './config';
import { entities } from './entities';
import { SigningKeys } from './keys/signing-keys';
import { SweepSessions } from './sessions/sweep-sessions';
import { Settings } from './settings';
import { UsersModule } from './users.module';

const resendBlocksMs = 2_000;
const maintainKeysMs = 60_000;
const sweepMs = 600_000;

/** A running users service. */
export interface Users extends Running {
  /** Where it listens for calls. */
  readonly port: number;
}

/** Starts the users service: database, keys, calls, and the work that goes on beside them. */
export async function startUsers({ name, config, log, readiness, metrics, onDrain }: ProcessContext<UsersConfig>): Promise<Users> {
  const { RPC_SECRET: secret } = config;
  const messages = rpcClient(messagesRpc, { addresses: config.MESSAGES_RPC, secret, caller: name, log, metrics });
  const module = UsersModule.forRoot({
    database: {
      ...{ url: config.DATABASE_URL, poolSize: config.DATABASE_POOL_SIZE, applicationName: name },
      ...{ entities, log, readiness, metrics },
    },
    settings: new Settings({
      origin: config.PUBLIC_ORIGIN,
      accessTokenTtlSeconds: config.ACCESS_TOKEN_TTL_SECONDS,
      refreshTokenTtlSeconds: config.REFRESH_TOKEN_TTL_DAYS * 24 * 3_600,
      secret,
    }),
    messages,
  });
  const server = await startRpcServer(module, { host: config.RPC_HOST, port: config.RPC_PORT, secret, log, metrics });
  const [keys, sweep, blocks] = [
    server.app.get(SigningKeys),
    server.app.get(SweepSessions),
    server.app.get(BlockReplication),
  ];
  const tasks = [
    every(maintainKeysMs, 'maintain signing keys', () => keys.maintain(), log),
    every(sweepMs, 'sweep sessions', (signal) => sweep.run(signal), log),
    every(resendBlocksMs, 'resend blocks', (signal) => blocks.resend(signal), log),
  ];
  onDrain('calls', () => server.drain());
  return {
    port: server.port,
    async stop() {
      await Promise.all(tasks.map((task) => task.stop()));
      await messages.close();
      await server.close();
    },
  };
}
