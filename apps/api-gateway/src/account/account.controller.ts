import { Controller, Inject } from '@nestjs/common';
import { rest, type Account, type RouteInput } from '@parley/contracts';
import { MemberSummaries, SessionCommands, type Services } from '@parley/server-edge';
import type { Call, MemberCall } from '../http/call';
import { Clients } from '../http/clients';
import { Route } from '../http/route.decorator';
import { SERVICES } from '../tokens';
import { ExportData } from './export-data';
import { LeaveGroups } from './leave-groups';

const { account: routes } = rest;

/** One's own account. */
@Controller()
export class AccountController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(SessionCommands) private readonly sessions: SessionCommands,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(MemberSummaries) private readonly summaries: MemberSummaries,
    @Inject(LeaveGroups) private readonly groups: LeaveGroups,
    @Inject(ExportData) private readonly data: ExportData,
  ) {}

  @Route(routes.show)
  show(_: unknown, { actor }: MemberCall): Promise<Account> {
    return this.services.users.account({}, { actor });
  }

  @Route(routes.changePassword)
  async changePassword({ body }: RouteInput<typeof routes.changePassword>, call: MemberCall): Promise<null> {
    await this.sessions.changePassword(call.actor, { ...body, client: this.clients.of(call) });
    return null;
  }

  @Route(routes.changeEmail)
  async changeEmail({ body }: RouteInput<typeof routes.changeEmail>, call: MemberCall): Promise<null> {
    await this.services.users.changeEmail({ ...body, client: this.clients.of(call) }, { actor: call.actor });
    return null;
  }

  @Route(routes.sendVerification)
  async sendVerification(_: unknown, { actor }: MemberCall): Promise<null> {
    await this.services.users.sendVerification({}, { actor });
    return null;
  }

  @Route(routes.confirmEmail)
  async confirmEmail({ body }: RouteInput<typeof routes.confirmEmail>, call: Call): Promise<null> {
    await this.services.users.confirmEmail({ ...body, client: this.clients.of(call) });
    return null;
  }

  @Route(routes.requestReset)
  async requestReset({ body }: RouteInput<typeof routes.requestReset>, call: Call): Promise<null> {
    await this.services.users.requestReset({ ...body, client: this.clients.of(call) });
    return null;
  }

  @Route(routes.resetPassword)
  async resetPassword({ body }: RouteInput<typeof routes.resetPassword>, call: Call): Promise<null> {
    await this.sessions.resetPassword({ ...body, client: this.clients.of(call) });
    return null;
  }

  @Route(routes.export)
  export({ query }: RouteInput<typeof routes.export>, { actor }: MemberCall) {
    return this.data.page(actor, query.cursor);
  }

  @Route(routes.deactivate)
  async deactivate({ body }: RouteInput<typeof routes.deactivate>, call: MemberCall): Promise<null> {
    await this.sessions.deactivate(call.actor, { ...body, client: this.clients.of(call) });
    return null;
  }

  @Route(routes.remove)
  async remove({ body }: RouteInput<typeof routes.remove>, call: MemberCall): Promise<null> {
    await this.sessions.deleteAccount(call.actor, { ...body, client: this.clients.of(call) });
    this.summaries.forget(call.actor.userId);
    await this.groups.run(call.actor);
    return null;
  }
}
