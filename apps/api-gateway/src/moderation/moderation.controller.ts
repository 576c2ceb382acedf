import { Controller, Inject } from '@nestjs/common';
import { rest, type Report, type RouteInput } from '@parley/contracts';
import { SessionCommands, type Services } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { Route } from '../http/route.decorator';
import { SERVICES } from '../tokens';

const { moderation: routes } = rest;

/** What moderators do. Who is one, the users service knows. */
@Controller()
export class ModerationController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(SessionCommands) private readonly sessions: SessionCommands,
  ) {}

  @Route(routes.reports)
  reports({ query }: RouteInput<typeof routes.reports>, { actor }: MemberCall) {
    return this.services.users.reports(query, { actor });
  }

  @Route(routes.reportedTexts)
  reportedTexts({ params }: RouteInput<typeof routes.reportedTexts>, { actor }: MemberCall) {
    return this.services.users.reportedTexts({ reportId: params.id }, { actor });
  }

  @Route(routes.closeReport)
  closeReport({ params, body }: RouteInput<typeof routes.closeReport>, { actor }: MemberCall): Promise<Report> {
    return this.services.users.closeReport({ ...body, reportId: params.id }, { actor });
  }

  @Route(routes.suspend)
  async suspend({ params }: RouteInput<typeof routes.suspend>, { actor }: MemberCall): Promise<null> {
    await this.sessions.suspend(actor, params.userId);
    return null;
  }

  @Route(routes.liftSuspension)
  async liftSuspension({ params }: RouteInput<typeof routes.liftSuspension>, { actor }: MemberCall): Promise<null> {
    await this.services.users.liftSuspension({ userId: params.userId }, { actor });
    return null;
  }
}
