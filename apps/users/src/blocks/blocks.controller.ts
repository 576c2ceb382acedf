import { Controller } from '@nestjs/common';
import { usersRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { Contactable } from './contactable';
import { ListBlocks } from './list-blocks';
import { SetBlock } from './set-block';

@Controller()
export class BlocksController {
  constructor(
    private readonly setting: SetBlock,
    private readonly list: ListBlocks,
    private readonly reach: Contactable,
  ) {}

  @Handle(usersRpc.block)
  block({ userId }: RpcInput<typeof usersRpc.block>, { actor }: ActorCall): Promise<RpcOutput<typeof usersRpc.block>> {
    return this.setting.block(userId, actor.userId);
  }

  @Handle(usersRpc.unblock)
  unblock(
    { userId }: RpcInput<typeof usersRpc.unblock>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.unblock>> {
    return this.setting.unblock(userId, actor.userId);
  }

  @Handle(usersRpc.blocks)
  blocks(page: RpcInput<typeof usersRpc.blocks>, { actor }: ActorCall): Promise<RpcOutput<typeof usersRpc.blocks>> {
    return this.list.run(page, actor.userId);
  }

  @Handle(usersRpc.contactable)
  contactable(
    { userIds }: RpcInput<typeof usersRpc.contactable>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.contactable>> {
    return this.reach.run(userIds, actor.userId);
  }
}
