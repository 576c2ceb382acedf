import { Controller } from '@nestjs/common';
import { usersRpc, type Report, type RpcInput, type RpcOutput } from '@parley/contracts';
import { Handle, type ActorCall } from '@parley/server-rpc';
import { ReviewReports } from './review-reports';
import { Suspension } from './suspension';

@Controller()
export class ModerationController {
  constructor(
    private readonly reviewing: ReviewReports,
    private readonly suspension: Suspension,
  ) {}

  @Handle(usersRpc.reports)
  reports(input: RpcInput<typeof usersRpc.reports>, { actor }: ActorCall): Promise<RpcOutput<typeof usersRpc.reports>> {
    return this.reviewing.list(input, actor);
  }

  @Handle(usersRpc.reportedTexts)
  reportedTexts(
    { reportId }: RpcInput<typeof usersRpc.reportedTexts>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.reportedTexts>> {
    return this.reviewing.earlierTexts(reportId, actor);
  }

  @Handle(usersRpc.closeReport)
  closeReport(input: RpcInput<typeof usersRpc.closeReport>, { actor }: ActorCall): Promise<Report> {
    return this.reviewing.close(input, actor);
  }

  @Handle(usersRpc.suspend)
  suspend(
    { userId }: RpcInput<typeof usersRpc.suspend>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.suspend>> {
    return this.suspension.begin(userId, actor);
  }

  @Handle(usersRpc.liftSuspension)
  liftSuspension(
    { userId }: RpcInput<typeof usersRpc.liftSuspension>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof usersRpc.liftSuspension>> {
    return this.suspension.lift(userId, actor);
  }
}
