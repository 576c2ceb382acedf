import { Controller } from '@nestjs/common';
import { usersRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle } from '@parley/server-rpc';
import { LastSeen } from './last-seen';

@Controller()
export class PresenceController {
  constructor(private readonly lastSeen: LastSeen) {}

  @Handle(usersRpc.presenceFacts)
  presenceFacts(input: RpcInput<typeof usersRpc.presenceFacts>): Promise<RpcOutput<typeof usersRpc.presenceFacts>> {
    return this.lastSeen.facts(input);
  }

  @Handle(usersRpc.noteSeen)
  noteSeen(input: RpcInput<typeof usersRpc.noteSeen>): Promise<RpcOutput<typeof usersRpc.noteSeen>> {
    return this.lastSeen.note(input);
  }
}
