import { requestContext } from '@parley/server-runtime';
import type { CustomFetch } from 'openid-client';

/** How long one call to the issuer may take, in milliseconds; a sign-in makes three at most. */
const callMs = 3_000;
/** What is left of whoever waits for the answer, for what is to be done with it here, in milliseconds. */
const afterwardsMs = 500;

/** The issuer gave no answer, or one by which it says itself that it cannot. */
export class IssuerAway extends Error {
  constructor(reason: string) {
    super(`the issuer is away: ${reason}`);
    this.name = 'IssuerAway';
  }
}

/** `fetch`, to the issuer: in time for whoever waits, and with one error for every kind of no answer. It follows no redirection. */
export const issuerFetch: CustomFetch = async (url, options) => {
  const deadline = requestContext.getStore()?.deadline ?? Infinity;
  const timeout = AbortSignal.timeout(Math.max(1, Math.min(callMs, deadline - Date.now() - afterwardsMs)));
  let response: Response;
  try {
    response = await fetch(url, {
      ...(options as RequestInit),
      redirect: 'manual',
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
    // Read here, so that the time counts for the whole of it.
    const body = await response.arrayBuffer();
    const { status, headers } = response;
    response = new Response([204, 304].includes(status) ? null : body, { status, headers });
  } catch (error) {
    throw new IssuerAway(nameOf(error));
  }
  if (response.status >= 500) throw new IssuerAway(`status ${response.status}`);
  return response;
};

/** Whether it came to that somewhere below an error. */
export function isIssuerAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof IssuerAway) return true;
  return false;
}

/** What kind of failure it was, and nothing that stood in a request. */
function nameOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
