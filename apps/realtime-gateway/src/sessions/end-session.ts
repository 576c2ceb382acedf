import type { EndedSession } from '@parley/server-edge';
import type { LiveSockets } from '../connection/live-sockets';

/** Tells the sockets of a session, or of an API key, that it has ended, and closes them: for good, the client does not reconnect with it. */
export function endSession(live: LiveSockets, { sessionId, reason }: EndedSession): void {
  for (const socket of live.ofSession(sessionId)) {
    // One that is still connecting is refused at the end of its handshake.
    if (!socket.connected) continue;
    socket.emit('session:revoked', { reason });
    socket.disconnect(true);
  }
}
