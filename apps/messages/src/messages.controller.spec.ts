import { messagesRpc } from '@parley/contracts';
import { handlersOf, patternsOf } from '@parley/server-rpc';
import { MessagesController } from './messages.controller';

it('handles every call of the contract once', () => {
  expect(handlersOf(MessagesController)).toEqual(patternsOf(messagesRpc));
});
