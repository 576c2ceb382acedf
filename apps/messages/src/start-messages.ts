import { startRpcServer } from '@parley/server-rpc';
import type { ProcessContext, Running } from '@parley/server-runtime';
import type { MessagesConfig } from './config';
import { MessagesModule, type MessagesParts } from './messages.module';

/** A running messages service. */
export interface Messages extends Running {
  /** Where it listens for calls. */
  readonly port: number;
}

/** Starts the messages service: database and calls. It calls no other service. */
export async function startMessages(context: ProcessContext<MessagesConfig>, parts?: MessagesParts): Promise<Messages> {
  const { config, log, metrics, readiness } = context;
  const server = await startRpcServer(
    MessagesModule.forRoot(
      { url: config.DATABASE_URL, poolSize: config.DATABASE_POOL_SIZE, log, metrics, readiness },
      parts,
    ),
    { host: config.RPC_HOST, port: config.RPC_PORT, secret: config.RPC_SECRET, log, metrics },
  );
  context.onDrain('calls in progress', () => server.drain());
  return { port: server.port, stop: () => server.close() };
}
