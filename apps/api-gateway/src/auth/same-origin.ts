import { ParleyError } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a request that a page of another site made a browser send: for calls that read or set the cookie, which the browser adds by itself.
 * A client that is no browser sends neither header. @throws ParleyError `forbidden`
 */
export function assertSameOrigin({ headers }: FastifyRequest, origin: string): void {
  const foreign =
    headers.origin === undefined
      ? !['same-origin', 'none'].includes(String(headers['sec-fetch-site'] ?? 'none'))
      : headers.origin !== origin;
  if (foreign) throw new ParleyError('forbidden', 'This cannot be called from another site.');
}
