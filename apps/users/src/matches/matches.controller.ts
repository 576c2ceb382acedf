import { Controller } from '@nestjs/common';
import { usersRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { FindMatches } from './find-matches';
import { MutualMatch } from './mutual-match';

@Controller()
export class MatchesController {
  constructor(
    private readonly found: FindMatches,
    private readonly mutual: MutualMatch,
  ) {}

  @Handle(usersRpc.matches)
  matches(page: RpcInput<typeof usersRpc.matches>, { actor }: ActorCall): Promise<RpcOutput<typeof usersRpc.matches>> {
    return this.found.run(page, actor.userId);
  }

  @Handle(usersRpc.isMutual)
  isMutual(
    { userId }: RpcInput<typeof usersRpc.isMutual>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.isMutual>> {
    return this.mutual.run(userId, actor.userId);
  }
}
