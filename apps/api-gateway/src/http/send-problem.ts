import { errorTable } from '@parley/contracts';
import { problemOf } from '@parley/server-edge';
import type { Logger } from '@parley/server-runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asParleyError } from './as-parley-error';

/** Sends an error as `application/problem+json` and logs it as loudly as its code deserves; never the request's content. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const error = asParleyError(thrown);
  const { status, log: level } = errorTable[error.code];
  const { method, id: requestId } = request;
  const cause = error.code === 'unavailable' ? { err: error } : {};
  log[level](
    { method, route: request.routeOptions.url, status, code: error.code, requestId, ...cause },
    'a request was answered with an error',
  );
  if (reply.sent) return;
  if (error.retryAfterMs !== undefined)
    void reply.header('retry-after', Math.max(1, Math.ceil(error.retryAfterMs / 1_000)));
  if (error.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  // As bytes: to text Fastify would add a charset, which this media type does not have.
  const body = Buffer.from(JSON.stringify(problemOf(error, requestId)));
  void reply.status(status).header('content-type', 'application/problem+json').send(body);
}
