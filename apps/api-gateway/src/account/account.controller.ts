import { Controller, Inject } from '@nestjs/common';
import { rest, type RouteInput } from '@parley/contracts';
import { SessionCommands } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { Clients } from '../http/clients';
import { Route } from '../http/route.decorator';

const { account: routes } = rest;

/** One's own account. */
@Controller()
export class AccountController {
  constructor(
    @Inject(SessionCommands) private readonly sessions: SessionCommands,
    @Inject(Clients) private readonly clients: Clients,
  ) {}

  @Route(routes.changePassword)
  async changePassword({ body }: RouteInput<typeof routes.changePassword>, call: MemberCall): Promise<null> {
    await this.sessions.changePassword(call.actor, { ...body, client: this.clients.of(call) });
    return null;
  }
}
