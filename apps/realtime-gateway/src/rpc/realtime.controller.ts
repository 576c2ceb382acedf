import { Controller, Inject } from '@nestjs/common';
import { realtimeRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { ChangeQueue } from '@parley/server-edge';
import { Handle } from '@parley/server-rpc';

/** What the other edge may ask of a realtime gateway. */
@Controller()
export class RealtimeController {
  constructor(@Inject(ChangeQueue) private readonly changes: ChangeQueue) {}

  @Handle(realtimeRpc.publish)
  async publish({ changes }: RpcInput<typeof realtimeRpc.publish>): Promise<RpcOutput<typeof realtimeRpc.publish>> {
    this.changes.publish(changes);
    return {};
  }
}
