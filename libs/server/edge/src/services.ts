import type { chatroomsRpc, messagesRpc, usersRpc } from '@parley/contracts';
import type { RpcClient } from '@parley/server-rpc';

/** The services behind the edges. Each call carries the request's id and what is left of its deadline (`requestContext`). */
export interface Services {
  readonly users: RpcClient<typeof usersRpc>;
  readonly chatrooms: RpcClient<typeof chatroomsRpc>;
  readonly messages: RpcClient<typeof messagesRpc>;
}
