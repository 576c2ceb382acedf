import { Injectable, Logger, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { RpcCall } from '@parley/server-rpc';
import { SessionActivity } from './session-activity';

/** Notes with every call for a member that their session is in use. The call does not wait for it, nor fail with it. */
@Injectable()
export class NoteActivity implements NestInterceptor {
  private readonly log = new Logger(NoteActivity.name);

  constructor(private readonly activity: SessionActivity) {}

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    const { actor } = context.switchToRpc().getContext<RpcCall>();
    if (actor) {
      this.activity.seen(actor.sessionId).catch((error: unknown) => {
        this.log.warn({ err: error }, 'a session could not be noted as seen');
      });
    }
    return next.handle();
  }
}
