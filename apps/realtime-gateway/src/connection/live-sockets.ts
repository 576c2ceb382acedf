import { roomChannel, type Engine } from '@parley/server-realtime';
import type { Identity } from '@parley/server-edge';
import type { GatewaySocket } from './gateway-socket';

/**
 * This node's sockets by member and by session, from the middle of their handshake on. What happens to a member while a socket of theirs is still
 * connecting happens to that socket too: a membership that was read a moment ago does not bring back a room that was left since.
 */
export class LiveSockets {
  private readonly byUser = new Map<string, Set<GatewaySocket>>();
  private readonly userOf = new Map<string, string>();
  private readonly bySession = new Map<string, Set<GatewaySocket>>();
  /** For each socket that is still connecting, the rooms left meanwhile. */
  private readonly leftMeanwhile = new WeakMap<GatewaySocket, Set<string>>();

  /** @param channels the ids of the sockets here by the Socket.IO rooms that they are in */
  constructor(
    private readonly engine: Pick<Engine, 'settled'>,
    private readonly channels: () => ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  add(socket: GatewaySocket, { userId, sessionId }: Identity): void {
    addTo(this.byUser, userId, socket);
    addTo(this.bySession, sessionId, socket);
    this.userOf.set(socket.id, userId);
    this.leftMeanwhile.set(socket, new Set());
  }

  /** Ends the connecting of a socket: it hears all the rooms of its member but those left since they were read. `onJoined` is called before anything can be heard in them. */
  async enter(socket: GatewaySocket, roomIds: readonly string[], onJoined: () => void): Promise<void> {
    const left = this.leftMeanwhile.get(socket);
    this.leftMeanwhile.delete(socket);
    const joining = socket.join(roomIds.filter((id) => !left?.has(id)).map(roomChannel));
    onJoined();
    await joining;
    await this.settled();
  }

  remove(socket: GatewaySocket, { userId, sessionId }: Identity): void {
    removeFrom(this.byUser, userId, socket);
    removeFrom(this.bySession, sessionId, socket);
    this.userOf.delete(socket.id);
  }

  /** Lets a member's sockets here hear a room; answers them. `settled` tells when they do. */
  join(userId: string, roomId: string): readonly GatewaySocket[] {
    const sockets = this.ofUser(userId);
    for (const socket of sockets) {
      this.leftMeanwhile.get(socket)?.delete(roomId);
      void socket.join(roomChannel(roomId));
    }
    return sockets;
  }

  /** Takes a room away from a member's sockets here, at once; answers them. */
  leave(userId: string, roomId: string): readonly GatewaySocket[] {
    const sockets = this.ofUser(userId);
    for (const socket of sockets) {
      this.leftMeanwhile.get(socket)?.add(roomId);
      void socket.leave(roomChannel(roomId));
    }
    return sockets;
  }

  /** The members who hear a room here, connecting ones included, each once. */
  listeners(roomId: string): readonly string[] {
    const ids = this.channels().get(roomChannel(roomId)) ?? [];
    return [...new Set([...ids].flatMap((id) => this.userOf.get(id) ?? []))];
  }

  /** Whether a member has a socket that is still connecting and may not hear the room once it is. */
  isMissing(userId: string, roomId: string): boolean {
    const channel = roomChannel(roomId);
    return this.ofUser(userId).some((socket) => this.leftMeanwhile.has(socket) && !socket.rooms.has(channel));
  }

  /** Resolves when the rooms joined so far are heard from every node. */
  settled(): Promise<void> {
    return this.engine.settled();
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
