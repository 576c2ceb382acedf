import { Controller } from '@nestjs/common';
import { usersRpc, type IssuedGrant, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { EndOwnSession } from './end-own-session';
import { ListSessions } from './list-sessions';
import { RefreshSession } from './refresh-session';
import { Revocations } from './revocations';

@Controller()
export class SessionsController {
  constructor(
    private readonly refreshSession: RefreshSession,
    private readonly sessions: ListSessions,
    private readonly ending: EndOwnSession,
    private readonly endings: Revocations,
  ) {}

  @Handle(usersRpc.refresh)
  refresh(input: RpcInput<typeof usersRpc.refresh>): Promise<IssuedGrant> {
    return this.refreshSession.run(input);
  }

  @Handle(usersRpc.logout)
  logout(_: RpcInput<typeof usersRpc.logout>, { actor }: ActorCall): Promise<RpcOutput<typeof usersRpc.logout>> {
    return this.ending.logOut(actor);
  }

  @Handle(usersRpc.listSessions)
  listSessions(
    _: RpcInput<typeof usersRpc.listSessions>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.listSessions>> {
    return this.sessions.run(actor);
  }

  @Handle(usersRpc.endSession)
  endSession(
    { sessionId }: RpcInput<typeof usersRpc.endSession>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.endSession>> {
    return this.ending.end(sessionId, actor);
  }

  @Handle(usersRpc.revocations)
  revocations(input: RpcInput<typeof usersRpc.revocations>): Promise<RpcOutput<typeof usersRpc.revocations>> {
    return this.endings.run(input);
  }
}
