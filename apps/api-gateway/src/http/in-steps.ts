import { currentRequestId, newRequestId, requestContext } from '@parley/server-runtime';
import { ANSWER_DEADLINE_MS } from './fastify';

/** For work that may take longer as a whole than an answer may: each of its steps has the time that a request has, and the id of this one. */
export function inSteps(): <T>(step: () => Promise<T>) => Promise<T> {
  const requestId = currentRequestId() ?? newRequestId();
  return (step) => requestContext.run({ requestId, deadline: Date.now() + ANSWER_DEADLINE_MS }, step);
}
