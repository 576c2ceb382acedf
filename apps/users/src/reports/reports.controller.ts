import { Controller } from '@nestjs/common';
import { usersRpc, type ReportReceipt, type RpcInput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { ReportMember } from './report-member';

@Controller()
export class ReportsController {
  constructor(private readonly reporting: ReportMember) {}

  @Handle(usersRpc.report)
  report(input: RpcInput<typeof usersRpc.report>, { actor }: ActorCall): Promise<ReportReceipt> {
    return this.reporting.run(input, actor);
  }
}
