import { Controller } from '@nestjs/common';
import { usersRpc, type ReportReceipt, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { OwnReports } from './own-reports';
import { ReportMember } from './report-member';

@Controller()
export class ReportsController {
  constructor(
    private readonly reporting: ReportMember,
    private readonly reports: OwnReports,
  ) {}

  @Handle(usersRpc.report)
  report(input: RpcInput<typeof usersRpc.report>, { actor }: ActorCall): Promise<ReportReceipt> {
    return this.reporting.run(input, actor);
  }

  @Handle(usersRpc.ownReports)
  ownReports(
    input: RpcInput<typeof usersRpc.ownReports>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.ownReports>> {
    return this.reports.run(input, actor.userId);
  }
}
