import { Controller } from '@nestjs/common';
import { chatroomsRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { type ActorCall, Handle } from '@parley/server-rpc';
import { DataSource } from 'typeorm';
import { InviteMembers } from './members/invite-members';
import { RemoveMember } from './members/remove-member';
import { SetMine } from './members/set-mine';
import { CreateRoom } from './rooms/create-room';
import { readRecords } from './rooms/read-records';
import { RenameRoom } from './rooms/rename-room';
import { ShowOverview } from './rooms/show-overview';

type Rpc = typeof chatroomsRpc;
type Answer<Name extends keyof Rpc> = Promise<RpcOutput<Rpc[Name]>>;

/** The calls of the chatrooms service, each by its verb. */
@Controller()
export class ChatroomsController {
  constructor(
    private readonly db: DataSource,
    private readonly creating: CreateRoom,
    private readonly showing: ShowOverview,
    private readonly renaming: RenameRoom,
    private readonly setting: SetMine,
    private readonly inviting: InviteMembers,
    private readonly removing: RemoveMember,
  ) {}

  @Handle(chatroomsRpc.create)
  create(input: RpcInput<Rpc['create']>, { actor }: ActorCall): Answer<'create'> {
    return this.creating.run(input, actor);
  }

  @Handle(chatroomsRpc.records)
  async records({ roomIds }: RpcInput<Rpc['records']>, { actor }: ActorCall): Answer<'records'> {
    return { rooms: await readRecords(this.db, actor.userId, roomIds) };
  }

  @Handle(chatroomsRpc.overview)
  overview(input: RpcInput<Rpc['overview']>, { actor }: ActorCall): Answer<'overview'> {
    return this.showing.run(input, actor);
  }

  @Handle(chatroomsRpc.rename)
  rename(input: RpcInput<Rpc['rename']>, { actor }: ActorCall): Answer<'rename'> {
    return this.renaming.run(input, actor.userId);
  }

  @Handle(chatroomsRpc.setMine)
  setMine(input: RpcInput<Rpc['setMine']>, { actor }: ActorCall): Answer<'setMine'> {
    return this.setting.run(input, actor.userId);
  }

  @Handle(chatroomsRpc.invite)
  invite(input: RpcInput<Rpc['invite']>, { actor }: ActorCall): Answer<'invite'> {
    return this.inviting.run(input, actor);
  }

  @Handle(chatroomsRpc.removeMember)
  removeMember(input: RpcInput<Rpc['removeMember']>, { actor }: ActorCall): Answer<'removeMember'> {
    return this.removing.run(input, actor.userId);
  }
}
