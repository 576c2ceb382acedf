import { Controller } from '@nestjs/common';
import { usersRpc, type OwnProfile, type PublicProfile, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { OwnProfiles } from './own-profiles';
import { SearchPeople } from './search-people';
import { ShowProfile } from './show-profile';
import { Summaries } from './summaries';

@Controller()
export class ProfilesController {
  constructor(
    private readonly own: OwnProfiles,
    private readonly others: ShowProfile,
    private readonly people: SearchPeople,
    private readonly faces: Summaries,
  ) {}

  @Handle(usersRpc.me)
  me(_: RpcInput<typeof usersRpc.me>, { actor }: ActorCall): Promise<OwnProfile> {
    return this.own.read(actor.userId);
  }

  @Handle(usersRpc.updateMe)
  updateMe(patch: RpcInput<typeof usersRpc.updateMe>, { actor }: ActorCall): Promise<OwnProfile> {
    return this.own.patch(actor.userId, patch);
  }

  @Handle(usersRpc.profile)
  profile({ userId }: RpcInput<typeof usersRpc.profile>, { actor }: ActorCall): Promise<PublicProfile> {
    return this.others.run(userId, actor.userId);
  }

  @Handle(usersRpc.search)
  search(input: RpcInput<typeof usersRpc.search>, { actor }: ActorCall): Promise<RpcOutput<typeof usersRpc.search>> {
    return this.people.run(input, actor.userId);
  }

  @Handle(usersRpc.summaries)
  summaries({ userIds }: RpcInput<typeof usersRpc.summaries>): Promise<RpcOutput<typeof usersRpc.summaries>> {
    return this.faces.run(userIds);
  }
}
