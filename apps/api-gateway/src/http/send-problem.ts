import { errorTable } from '@parley/contracts';
import { problemOf, type ErrorLog } from '@parley/server-edge';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asParleyError } from './as-parley-error';

/** Sends an error as `application/problem+json` and logs where it happened; never the request's content. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply, errors: ErrorLog): void {
  const error = asParleyError(thrown);
  const { status } = errorTable[error.code];
  const { method, id: requestId } = request;
  errors.write(error, { method, route: request.routeOptions.url, status, requestId });
  if (reply.sent) return;
  if (error.retryAfterMs !== undefined) {
    void reply.header('retry-after', Math.max(1, Math.ceil(error.retryAfterMs / 1_000)));
  }
  if (error.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  // As bytes: to text Fastify would add a charset, which this media type does not have.
  const body = Buffer.from(JSON.stringify(problemOf(error, requestId)));
  void reply.status(status).header('content-type', 'application/problem+json').send(body);
}
