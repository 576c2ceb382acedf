import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { errorTable } from '@parley/contracts';
import type { ErrorLog } from '@parley/server-edge';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, mergeMap, of, type Observable } from 'rxjs';
import { asParleyError } from './as-parley-error';
import { JsonLines, streamOf } from './json-lines';
import { Answer } from './route.decorator';

/** Sends the status that a handler chose, where its route has several, and answers of lines as they come. */
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly errors: ErrorLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap((result: unknown): Observable<unknown> => {
        if (result instanceof JsonLines) return from(this.stream(result, http.getRequest<FastifyRequest>(), reply));
        if (!(result instanceof Answer)) return of(result);
        void reply.status(result.status);
        return of(result.body);
      }),
    );
  }

  private async stream(lines: JsonLines, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { method, id: requestId } = request;
    const stream = await streamOf(lines, (thrown) => {
      const error = asParleyError(thrown);
      this.errors.write(error, {
        method,
        route: request.routeOptions.url,
        status: errorTable[error.code].status,
        requestId,
      });
    });
    void reply.header('content-type', 'application/x-ndjson');
    return stream;
  }
}
