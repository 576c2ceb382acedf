import { limits, ParleyError } from '@parley/contracts';
import type { Authenticator } from '@parley/server-edge';
import type { GatewaySocket } from '../connection/gateway-socket';

/**
 * Watches how long the token of each socket still lasts: warns a minute ahead, takes a new one, and ends the socket with its token. Whoever has time left is not
 * looked at: among thousands of sockets that would be most of what an idle node does.
 */
export class SessionClock {
  /** By the second, since the epoch, in which they are looked at next. */
  private readonly due = new Map<number, Set<GatewaySocket>>();
  private readonly secondOf = new Map<GatewaySocket, number>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly now: () => number = () => Date.now(),
  ) {}

  watch(socket: GatewaySocket): void {
    this.forget(socket);
    const { identity, warnedOf } = socket.data;
    const nextAt = identity.expiresAt - (warnedOf === identity.expiresAt ? 0 : limits.sessionExpiringMs);
    const second = Math.floor(nextAt / 1_000);
    this.secondOf.set(socket, second);
    const others = this.due.get(second);
    if (others === undefined) this.due.set(second, new Set([socket]));
    else others.add(socket);
  }

  forget(socket: GatewaySocket): void {
    const second = this.secondOf.get(socket);
    if (second === undefined) return;
    this.secondOf.delete(socket);
    const others = this.due.get(second);
    others?.delete(socket);
    if (others?.size === 0) this.due.delete(second);
  }

  /** Looks at the sockets whose time has come; called every second. */
  tick(): void {
    const now = this.now();
    for (const [second, sockets] of [...this.due]) {
      if (second * 1_000 > now) continue;
      for (const socket of [...sockets]) this.look(socket);
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
    // One that is gone meanwhile is not looked at any more.
    if (this.secondOf.has(socket)) this.watch(socket);
    return { expiresInMs: Math.max(0, renewed.expiresAt - this.now()) };
  }

  private look(socket: GatewaySocket): void {
    const { identity, warnedOf } = socket.data;
    const expiresInMs = identity.expiresAt - this.now();
    if (expiresInMs <= 0) {
      this.forget(socket);
      socket.disconnect(true);
      return;
    }
    if (expiresInMs <= limits.sessionExpiringMs && warnedOf !== identity.expiresAt) {
      socket.data.warnedOf = identity.expiresAt;
      socket.emit('session:expiring', { expiresInMs });
    }
    this.watch(socket);
  }
}
