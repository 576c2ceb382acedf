import { usersRpc } from '@parley/contracts';
import { handlersOf, patternsOf } from '@parley/server-rpc';
import { controllers } from './users.module';

describe('the controllers', () => {
  it('answer every call of the contract, each once', () => {
    expect(handlersOf(...controllers)).toEqual(patternsOf(usersRpc));
  });
});
