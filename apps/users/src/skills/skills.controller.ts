import { Controller } from '@nestjs/common';
import { usersRpc, type RpcInput, type RpcOutput, type SkillLists } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { CompleteSkill } from './complete-skill';
import { SetSkills } from './set-skills';

@Controller()
export class SkillsController {
  constructor(
    private readonly completion: CompleteSkill,
    private readonly lists: SetSkills,
  ) {}

  @Handle(usersRpc.skills)
  skills(input: RpcInput<typeof usersRpc.skills>): Promise<RpcOutput<typeof usersRpc.skills>> {
    return this.completion.run(input);
  }

  @Handle(usersRpc.setSkills)
  setSkills(input: RpcInput<typeof usersRpc.setSkills>, { actor }: ActorCall): Promise<SkillLists> {
    return this.lists.run(actor.userId, input);
  }
}
