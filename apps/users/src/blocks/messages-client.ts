import type { messagesRpc } from '@parley/contracts';
import type { RpcClient } from '@parley/server-rpc';

/** What this service needs of the messages service. */
export type MessagesClient = Pick<RpcClient<typeof messagesRpc>, 'setBlock' | 'setPrivacy' | 'page' | 'earlierTexts'>;

/** Under which Nest injects it. */
export const messagesClient = Symbol('messagesClient');
