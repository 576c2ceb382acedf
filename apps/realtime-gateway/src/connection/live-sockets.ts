import { roomChannel, type Engine } from '@parley/server-realtime';
import type { Identity } from '@parley/server-edge';
import type { GatewaySocket } from './gateway-socket';

/**
 * This node's sockets by member and by session, from the middle of their handshake on. What happens to a member while a socket of theirs is still
 * connecting happens to that socket too: a membership that was read a moment ago does not bring back a room that was left since.
 */
export class LiveSockets {
  private readonly byUser = new Map<string, Set<GatewaySocket>>();
  private readonly bySession = new Map<string, Set<GatewaySocket>>();
  /** For each socket that is still connecting, the rooms left meanwhile. */
  private readonly leftMeanwhile = new WeakMap<GatewaySocket, Set<string>>();

  constructor(private readonly engine: Pick<Engine, 'settled'>) {}

  add(socket: GatewaySocket, { userId, sessionId }: Identity): void {
    addTo(this.byUser, userId, socket);
    addTo(this.bySession, sessionId, socket);
    this.leftMeanwhile.set(socket, new Set());
  }

  /** Ends the connecting of a socket: it hears all the rooms of its member but those left since they were read. */
  async enter(socket: GatewaySocket, roomIds: readonly string[]): Promise<void> {
    const left = this.leftMeanwhile.get(socket);
    this.leftMeanwhile.delete(socket);
    await socket.join(roomIds.filter((id) => !left?.has(id)).map(roomChannel));
    await this.engine.settled();
  }

  remove(socket: GatewaySocket, { userId, sessionId }: Identity): void {
    removeFrom(this.byUser, userId, socket);
    removeFrom(this.bySession, sessionId, socket);
  }

  /** Lets the sockets that these members have here hear a room; answers those sockets, member by member. */
  async join(userIds: readonly string[], roomId: string): Promise<readonly (readonly GatewaySocket[])[]> {
    const present = userIds.map((userId) => this.ofUser(userId)).filter((sockets) => sockets.length > 0);
    for (const socket of present.flat()) {
      this.leftMeanwhile.get(socket)?.delete(roomId);
      await socket.join(roomChannel(roomId));
    }
    if (present.length > 0) await this.engine.settled();
    return present;
  }

  /** Takes a room away from a member's sockets here; answers them. */
  async leave(userId: string, roomId: string): Promise<readonly GatewaySocket[]> {
    const sockets = this.ofUser(userId);
    for (const socket of sockets) {
      this.leftMeanwhile.get(socket)?.add(roomId);
      await socket.leave(roomChannel(roomId));
    }
    return sockets;
  }

  ofUser(userId: string): readonly GatewaySocket[] {
    return [...(this.byUser.get(userId) ?? [])];
  }

  ofSession(sessionId: string): readonly GatewaySocket[] {
    return [...(this.bySession.get(sessionId) ?? [])];
  }

  users(): Iterable<string> {
    return this.byUser.keys();
  }

  *all(): Iterable<GatewaySocket> {
    for (const sockets of this.byUser.values()) yield* sockets;
  }
}

function addTo(index: Map<string, Set<GatewaySocket>>, key: string, socket: GatewaySocket): void {
  const sockets = index.get(key);
  if (sockets) sockets.add(socket);
  else index.set(key, new Set([socket]));
}

function removeFrom(index: Map<string, Set<GatewaySocket>>, key: string, socket: GatewaySocket): void {
  const sockets = index.get(key);
  sockets?.delete(socket);
  if (sockets?.size === 0) index.delete(key);
}
