import { messagesRpc } from '@parley/contracts';
import { rpcClient, type Actor, type RpcClient } from '@parley/server-rpc';
import { createLogger } from '@parley/server-runtime';
import { v7 as uuidv7 } from 'uuid';
import type { DurableServices } from './durable-services';

/** Longer than a member would wait: a slow machine shall show as slow, not as broken. */
const DEADLINE_MS = 20_000;

/** The messages service's own call, as the edges make it. */
export function messagesClient(services: DurableServices): RpcClient<typeof messagesRpc> {
  return rpcClient(messagesRpc, clientOptions(services, 'messages'));
}

export function clientOptions(services: DurableServices, service: 'messages' | 'chatrooms') {
  const log = createLogger({ name: 'bench', level: 'warn' });
  return {
    addresses: services.addressOf(service),
    secret: services.secret,
    caller: 'bench',
    log,
    deadlineMs: DEADLINE_MS,
  };
}

export function as(userId: string): { readonly actor: Actor } {
  return { actor: { userId, sessionId: uuidv7() } };
}
