import { chatroomsRpc, messagesRpc, usersRpc } from '@parley/contracts';
import { rpcClient, type RpcClient } from '@parley/server-rpc';
import type { Address, Logger } from '@parley/server-runtime';

/** The calls that seeding makes. */
export interface Services {
  readonly users: RpcClient<typeof usersRpc>;
  readonly chatrooms: RpcClient<typeof chatroomsRpc>;
  readonly messages: RpcClient<typeof messagesRpc>;
  close(): Promise<void>;
}

interface Places {
  readonly RPC_SECRET: string;
  readonly USERS_RPC: readonly Address[];
  readonly CHATROOMS_RPC: readonly Address[];
  readonly MESSAGES_RPC: readonly Address[];
}

/** Hashing thirty passwords and importing hundreds of messages at once takes longer than a member's click, in milliseconds. */
const DEADLINE_MS = 20_000;

export function connectServices(places: Places, log: Logger): Services {
  const options = (addresses: readonly Address[]) => ({
    addresses,
    secret: places.RPC_SECRET,
    caller: 'seed',
    log,
    deadlineMs: DEADLINE_MS,
  });
  const users = rpcClient(usersRpc, options(places.USERS_RPC));
  const chatrooms = rpcClient(chatroomsRpc, options(places.CHATROOMS_RPC));
  const messages = rpcClient(messagesRpc, options(places.MESSAGES_RPC));
  return {
    users,
    chatrooms,
    messages,
    close: async () => {
      await Promise.all([users.close(), chatrooms.close(), messages.close()]);
    },
  };
}
