import { messagesRpc, type RpcInput, type RpcOutput, usersRpc } from '@parley/contracts';
import type { ActorCall, RpcCall } from './call';
import { EchoController, echoRpc } from './echo.fixture';
import { Handle, handlersOf, patternsOf } from './handle';

it('tells whether every call of a contract is handled exactly once', () => {
  expect(handlersOf(EchoController)).toEqual(patternsOf(echoRpc));
  expect(handlersOf(EchoController, EchoController)).not.toEqual(patternsOf(echoRpc));
  expect(handlersOf()).not.toEqual(patternsOf(echoRpc));
});

it('refuses two calls with one pattern', () => {
  const impostor = { ...echoRpc.leak };
  expect(() => {
    class Impostor {
      @Handle(impostor)
      async leak(): Promise<RpcOutput<typeof impostor>> {
        return { name: '' };
      }
    }
    return Impostor;
  }).toThrow('Two calls share the pattern "echo.leak"');
});

type Append = typeof messagesRpc.append;
type Nothing = RpcOutput<typeof messagesRpc.setBlock>;

/** What must compile and what must not; the compiler is the test, so nothing here is ever called. */
export class HandlerTypes {
  @Handle(usersRpc.listSessions)
  async fewerParametersThanThereAre(): Promise<RpcOutput<typeof usersRpc.listSessions>> {
    return { items: [] };
  }

  @Handle(usersRpc.block)
  async anActorCallMayBeTakenForAnyCall(_input: { userId: string }, _call: RpcCall): Promise<Nothing> {
    return {};
  }

  // @ts-expect-error the room's id is a string
  @Handle(messagesRpc.markRead)
  async wrongInput(_input: { roomId: number; seq: number }): Promise<RpcOutput<typeof messagesRpc.markRead>> {
    throw new Error('never called');
  }

  // @ts-expect-error the answer lacks `created`
  @Handle(messagesRpc.append)
  async wrongOutput(_input: RpcInput<Append>, _call: ActorCall): Promise<Pick<RpcOutput<Append>, 'message'>> {
    throw new Error('never called');
  }

  // @ts-expect-error a service's call comes without a member
  @Handle(messagesRpc.setBlock)
  async noActor(_input: RpcInput<typeof messagesRpc.setBlock>, _call: ActorCall): Promise<Nothing> {
    return {};
  }

  // @ts-expect-error answers are promised
  @Handle(messagesRpc.memberships)
  notAPromise(): RpcOutput<typeof messagesRpc.memberships> {
    return { roomIds: [], heads: [] };
  }
}
