import { startRpcServer } from '@parley/server-rpc';
import type { ProcessContext, Running } from '@parley/server-runtime';
import type { MessagesConfig } from './config';
import { MessagesModule } from './messages.module';

/** Connects the database and answers calls. */
export async function startMessages(context: ProcessContext<MessagesConfig>): Promise<Running> {
  const { config, log, metrics, readiness } = context;
  const server = await startRpcServer(
    MessagesModule.forRoot({ url: config.DATABASE_URL, poolSize: config.DATABASE_POOL_SIZE, log, metrics, readiness }),
    { host: config.RPC_HOST, port: config.RPC_PORT, secret: config.RPC_SECRET, log, metrics },
  );
  context.onDrain('calls in progress', () => server.drain());
  return { stop: () => server.close() };
}
