import { parseInput, type RestRoute, type RouteInput } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

/** The body of a route that takes none: nothing, or an empty object. */
const NoBodySchema = z.strictObject({}).nullish();

/**
 * A request's path, query and body, checked against its route.
 * @throws ParleyError `validation_failed`, naming each wrong place within that part
 */
export function checkInput<R extends RestRoute>(route: R, request: FastifyRequest): RouteInput<R> {
  const input: { params: unknown; query: unknown; body: unknown } = {
    params: route.params && parseInput(route.params, request.params),
    query: route.query && parseInput(route.query, request.query),
    body: route.body && parseInput(route.body, request.body),
  };
  if (route.body === undefined) parseInput(NoBodySchema, request.body);
  // What the three schemas have just proved, the compiler cannot follow through a route it does not know.
  return input as RouteInput<R>;
}
