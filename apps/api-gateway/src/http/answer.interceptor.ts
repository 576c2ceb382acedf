import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Answer } from './route.decorator';

/** Sends the status that a handler chose, where its route has several. */
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((result: unknown): unknown => {
        if (!(result instanceof Answer)) return result;
        void context.switchToHttp().getResponse<FastifyReply>().status(result.status);
        return result.body;
      }),
    );
  }
}
