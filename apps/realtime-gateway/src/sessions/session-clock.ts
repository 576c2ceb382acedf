import { limits, ParleyError } from '@parley/contracts';
import type { Authenticator } from '@parley/server-edge';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';

/** Watches how long the token of each live socket still lasts: warns a minute ahead, takes a new one, and ends the socket with its token. */
export class SessionClock {
  constructor(
    private readonly live: LiveSockets,
    private readonly authenticator: Authenticator,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** Looks at every socket once; called every second. */
  tick(): void {
    for (const socket of [...this.live.all()]) {
      if (!socket.connected) continue;
      const { identity, warnedOf } = socket.data;
      const expiresInMs = identity.expiresAt - this.now();
      if (expiresInMs <= 0) socket.disconnect(true);
      else if (expiresInMs <= limits.sessionExpiringMs && warnedOf !== identity.expiresAt) {
        socket.data.warnedOf = identity.expiresAt;
        socket.emit('session:expiring', { expiresInMs });
      }
    }
  }

  /**
   * Goes on with a new token of the same session on the same connection.
   * @throws ParleyError `unauthenticated`; `forbidden` for a token of anybody or any session else
   */
  async renew(socket: GatewaySocket, token: string): Promise<{ expiresInMs: number }> {
    const renewed = await this.authenticator.authenticate(token);
    const { userId, sessionId } = socket.data.identity;
    if (renewed.userId !== userId || renewed.sessionId !== sessionId) {
      throw new ParleyError('forbidden', 'This token belongs to another session. Connect anew with it.');
    }
    socket.data.identity = renewed;
    return { expiresInMs: Math.max(0, renewed.expiresAt - this.now()) };
  }
}
