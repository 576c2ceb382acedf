import { ParleyError, type Access, type Scope } from '@parley/contracts';

/**
 * Who is behind a request: a member in one of their sessions, or with one of their API keys, whose id then stands for the session's.
 * `expiresAt` in milliseconds since the epoch; `Infinity` for a key without an end.
 */
export interface Identity {
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAt: number;
  /** What a key may do; null for a session, which may do all. */
  readonly scopes: ReadonlySet<Scope> | null;
}

/**
 * The one place that compares who is calling with what a route or command asks for (`access` in the contracts).
 * A signed-in session may do all of it, a key what its scopes name: neither what is for sessions nor what is for everybody names one.
 * @throws ParleyError `unauthenticated`; `forbidden` to a key
 */
export function assertAllowed(access: Access, identity: Identity | null): void {
  if (identity === null) {
    if (access !== 'public') throw new ParleyError('unauthenticated', 'Sign in to do this.');
  } else if (identity.scopes !== null) {
    if (access === 'public' || access === 'session') throw new ParleyError('forbidden', 'This is closed to API keys.');
    if (!identity.scopes.has(access)) throw new ParleyError('forbidden', `This API key lacks the scope ${access}.`);
  }
}
