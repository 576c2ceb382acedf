import { Controller, Inject } from '@nestjs/common';
import { rest, type OwnProfile, type RouteInput } from '@parley/contracts';
import { MemberSummaries, PeopleCommands, type Services } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { Route } from '../http/route.decorator';
import { SERVICES } from '../tokens';

const { users: routes } = rest;

/** Profiles, skills, matches and blocks: all of it is the users service's. */
@Controller()
export class UsersController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(MemberSummaries) private readonly summaries: MemberSummaries,
    @Inject(PeopleCommands) private readonly people: PeopleCommands,
  ) {}

  @Route(routes.me)
  me(_: unknown, { actor }: MemberCall) {
    return this.services.users.me({}, { actor });
  }

  @Route(routes.updateMe)
  async updateMe({ body }: RouteInput<typeof routes.updateMe>, { actor }: MemberCall): Promise<OwnProfile> {
    const profile = await this.people.updateMe(actor, body);
    this.summaries.forget(actor.userId);
    return profile;
  }

  @Route(routes.setSkills)
  setSkills({ body }: RouteInput<typeof routes.setSkills>, { actor }: MemberCall) {
    return this.services.users.setSkills(body, { actor });
  }

  @Route(routes.listBlocks)
  listBlocks({ query }: RouteInput<typeof routes.listBlocks>, { actor }: MemberCall) {
    return this.services.users.blocks(query, { actor });
  }

  @Route(routes.block)
  async block({ params }: RouteInput<typeof routes.block>, { actor }: MemberCall): Promise<null> {
    await this.people.block(actor, params.userId);
    return null;
  }

  @Route(routes.unblock)
  async unblock({ params }: RouteInput<typeof routes.unblock>, { actor }: MemberCall): Promise<null> {
    await this.people.unblock(actor, params.userId);
    return null;
  }

  @Route(routes.search)
  search({ query }: RouteInput<typeof routes.search>, { actor }: MemberCall) {
    return this.services.users.search(query, { actor });
  }

  @Route(routes.profile)
  profile({ params }: RouteInput<typeof routes.profile>, { actor }: MemberCall) {
    return this.services.users.profile({ userId: params.id }, { actor });
  }

  @Route(routes.skills)
  skills({ query }: RouteInput<typeof routes.skills>, { actor }: MemberCall) {
    return this.services.users.skills(query, { actor });
  }

  @Route(routes.matches)
  matches({ query }: RouteInput<typeof routes.matches>, { actor }: MemberCall) {
    return this.services.users.matches(query, { actor });
  }
}
