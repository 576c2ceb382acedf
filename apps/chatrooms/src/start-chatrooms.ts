import { messagesRpc, usersRpc } from '@parley/contracts';
import { rpcClient, type RpcServer, startRpcServer } from '@parley/server-rpc';
import { every, type Logger, type PeriodicTask, type ProcessContext, type Running } from '@parley/server-runtime';
import { ChatroomsModule } from './chatrooms.module';
import type { ChatroomsConfig } from './config';
import { IdempotencyKeys } from './idempotency/idempotency-keys';
import { MembershipReplication } from './members/membership-replication';

const RESEND_MS = 2_000;
const SWEEP_MS = 600_000;

/** A running chatrooms service. */
export interface Chatrooms extends Running {
  /** Where it listens for calls. */
  readonly port: number;
}

/** Starts the chatrooms service: database, calls, and the work that goes on beside them. */
export async function startChatrooms(context: ProcessContext<ChatroomsConfig>): Promise<Chatrooms> {
  const { name, config, log, readiness, metrics } = context;
  const peers = { secret: config.RPC_SECRET, caller: name, log, metrics };
  const users = rpcClient(usersRpc, { ...peers, addresses: config.USERS_RPC });
  const messages = rpcClient(messagesRpc, { ...peers, addresses: config.MESSAGES_RPC });
  const database = { url: config.DATABASE_URL, poolSize: config.DATABASE_POOL_SIZE, log, readiness, metrics };
  const server = await startRpcServer(ChatroomsModule.forRoot({ database, users, messages }), {
    ...{ host: config.RPC_HOST, port: config.RPC_PORT, secret: config.RPC_SECRET, log, metrics },
  });
  context.onDrain('calls in progress', () => server.drain());
  const tasks = startTasks(server.app, log);
  return {
    port: server.port,
    async stop() {
      await Promise.all(tasks.map((task) => task.stop()));
      await Promise.all([users.close(), messages.close()]);
      await server.close();
    },
  };
}

/** What goes on without being called. Any number of instances may do it side by side. */
function startTasks(app: RpcServer['app'], log: Logger): PeriodicTask[] {
  const replication = app.get(MembershipReplication);
  const keys = app.get(IdempotencyKeys);
  return [
    every(RESEND_MS, 'resend memberships', (signal) => replication.resend(signal), log),
    every(SWEEP_MS, 'sweep idempotency keys', (signal) => keys.sweep(signal), log),
  ];
}
