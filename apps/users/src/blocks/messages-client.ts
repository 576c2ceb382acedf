import type { messagesRpc } from '@parley/contracts';
import type { RpcClient } from '@parley/server-rpc';

/** What blocks need of the messages service. */
export type MessagesClient = Pick<RpcClient<typeof messagesRpc>, 'setBlock'>;

/** Under which Nest injects it. */
export const messagesClient = Symbol('messagesClient');
