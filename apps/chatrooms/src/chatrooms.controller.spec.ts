import { chatroomsRpc } from '@parley/contracts';
import { handlersOf, patternsOf } from '@parley/server-rpc';
import { ChatroomsController } from './chatrooms.controller';

it('handles every call of the contract once', () => {
  expect(handlersOf(ChatroomsController)).toEqual(patternsOf(chatroomsRpc));
});
