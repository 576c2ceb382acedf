import type { IncomingMessage } from 'node:http';

/** Names under which clients of other systems put a token into the address, where logs and proxies would keep it. */
const TOKEN_PARAMETERS = ['token', 'access_token', 'auth'];

/**
 * Whether a connection may begin, before anything of it is read: a browser's only from our own pages (a WebSocket is not held back by CORS), any
 * other client's without a word of where it comes from; never with a token in the address; never while the node is ending.
 * @returns why not, or null
 */
export function refusalOf(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  allowedOrigins: ReadonlySet<string>,
  isDraining: boolean,
): string | null {
  if (isDraining) return 'this node is ending';
  if (headers.origin !== undefined && !allowedOrigins.has(headers.origin)) return 'this origin may not connect';
  // A picture or a script on somebody's page asks without an origin; browsers say where it stands all the same.
  if (headers.origin === undefined && /^(cross|same)-site$/.test(`${headers['sec-fetch-site']}`))
    return 'this origin may not connect';
  const query = new URLSearchParams(url.split('?', 2)[1]);
  if (TOKEN_PARAMETERS.some((name) => query.has(name))) return 'a token does not belong in the address';
  return null;
}
