import { Controller, Inject } from '@nestjs/common';
import { rest, type ReportReceipt, type RouteInput } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import type { MemberCall } from '../http/call';
import { Route } from '../http/route.decorator';
import { SERVICES } from '../tokens';

const { reports: routes } = rest;

@Controller()
export class ReportsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Route(routes.create)
  create({ body }: RouteInput<typeof routes.create>, { actor }: MemberCall): Promise<ReportReceipt> {
    return this.services.users.report(body, { actor });
  }
}
