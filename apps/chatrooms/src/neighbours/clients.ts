import type { messagesRpc, usersRpc } from '@parley/contracts';
import type { RpcClient } from '@parley/server-rpc';

/** What this service needs of the users service … */
export type UsersClient = Pick<RpcClient<typeof usersRpc>, 'contactable' | 'isMutual'>;
/** … and of the messages service. */
export type MessagesClient = Pick<RpcClient<typeof messagesRpc>, 'setMembership' | 'rankRooms'>;

/** Under which Nest injects them. */
export const usersClient = Symbol('usersClient');
export const messagesClient = Symbol('messagesClient');
