import type { Readable, SessionState } from '@parley/client';

/** Whose session it is; null where it is nobody's. */
const ownerOf = (state: SessionState): string | null => (state.status === 'signedIn' ? state.user.id : null);

/** A signal that is aborted once the session of now has ended or is somebody else's. `letGo` is to be called when it is needed no more. */
export function sameSession(state: Readable<SessionState>): { signal: AbortSignal; letGo: () => void } {
  const over = new AbortController();
  const owner = ownerOf(state.get());
  const letGo = state.subscribe((current) => {
    if (ownerOf(current) !== owner) over.abort();
  });
  return { signal: over.signal, letGo };
}
