import { startRpcServer } from '@parley/server-rpc';
import { every, type ProcessContext, type Running } from '@parley/server-runtime';
import { DataSource } from 'typeorm';
import type { MessagesConfig } from './config';
import { MessagesModule, type MessagesParts } from './messages.module';
import { dropTheOld } from './retention/drop-the-old';

const dropMs = 600_000;

/** A running messages service. */
export interface Messages extends Running {
  /** Where it listens for calls. */
  readonly port: number;
}

/** Starts the messages service: database, calls, and the work that goes on beside them. It calls no other service. */
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
  const db = server.app.get(DataSource);
  const retention = {
    earlierTextsDays: config.EARLIER_TEXTS_DAYS,
    messageDays: config.MESSAGE_RETENTION_DAYS ?? null,
  };
  const dropping = every(dropMs, 'drop the old', (signal) => dropTheOld(db, retention, signal, log), log);
  return {
    port: server.port,
    async stop() {
      await dropping.stop();
      await server.close();
    },
  };
}
