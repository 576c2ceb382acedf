import { ParleyError, type Access } from '@parley/contracts';

/** Who is behind a request: a member in one of their sessions. `expiresAt` in milliseconds since the epoch. */
export interface Identity {
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAt: number;
}

/**
 * The one place that compares who is calling with what a route or command asks for (`access` in the contracts).
 * A signed-in session may do all of it.
 * @throws ParleyError `unauthenticated`
 */
export function assertAllowed(access: Access, identity: Identity | null): void {
  if (access !== 'public' && identity === null) throw new ParleyError('unauthenticated', 'Sign in to do this.');
}
