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
  /** For each socket whose rooms are being read, those that its member is known not to be in any more. */
  private readonly entering = new Map<GatewaySocket, Set<string>>();

  /** @param channels the ids of the sockets here by the Socket.IO rooms that they are in */
  constructor(
    private readonly engine: Pick<Engine, 'settled'>,
    private readonly channels: () => ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  add(socket: GatewaySocket, { userId, sessionId }: Identity): void {
    addTo(this.byUser, userId, socket);
    addTo(this.bySession, sessionId, socket);
    this.userOf.set(socket.id, userId);
    this.entering.set(socket, new Set());
  }

  /**
   * Lets a socket hear the rooms of its member that were read for it, but those left since; one that is gone meanwhile hears nothing. `onJoined` is
   * called before anything can be heard in them.
   */
  async enter(socket: GatewaySocket, roomIds: readonly string[], onJoined: () => void): Promise<void> {
    const left = this.entering.get(socket);
    if (left === undefined) return;
    this.entering.delete(socket);
    const joining = socket.join(roomIds.filter((id) => !left.has(id)).map(roomChannel));
    onJoined();
    await joining;
    await this.settled();
  }

  remove(socket: GatewaySocket, { userId, sessionId }: Identity): void {
    removeFrom(this.byUser, userId, socket);
    removeFrom(this.bySession, sessionId, socket);
    this.userOf.delete(socket.id);
    this.entering.delete(socket);
  }

  /** Lets a member's sockets here hear a room; answers them. `settled` tells when they do. */
  join(userId: string, roomId: string): readonly GatewaySocket[] {
    const sockets = this.ofUser(userId);
    for (const socket of sockets) {
      this.entering.get(socket)?.delete(roomId);
      void socket.join(roomChannel(roomId));
    }
    return sockets;
  }

  /** Takes a room away from a member's sockets here, at once; answers them. */
  leave(userId: string, roomId: string): readonly GatewaySocket[] {
    const sockets = this.ofUser(userId);
    for (const socket of sockets) {
      this.entering.get(socket)?.add(roomId);
      void socket.leave(roomChannel(roomId));
    }
    return sockets;
  }

  /** Keeps a room from those who are not in it and whose rooms were perhaps read before that was so. */
  bar(roomId: string, isMember: (userId: string) => boolean): void {
    for (const [socket, left] of this.entering) {
      const userId = this.userOf.get(socket.id);
      if (userId !== undefined && !isMember(userId)) left.add(roomId);
    }
  }

  /** The members who hear a room here, connecting ones included, each once. */
  listeners(roomId: string): readonly string[] {
    const ids = this.channels().get(roomChannel(roomId)) ?? [];
    return [...new Set([...ids].flatMap((id) => this.userOf.get(id) ?? []))];
  }

  /** Whether somebody here hears the room. */
  isHeard(roomId: string): boolean {
    return this.channels().has(roomChannel(roomId));
  }

  /** The sockets of a member here that do not hear a room, those that are still connecting included. */
  deaf(userId: string, roomId: string): readonly GatewaySocket[] {
    const channel = roomChannel(roomId);
    return this.ofUser(userId).filter((socket) => !socket.rooms.has(channel));
  }

  /** Whether the rooms of a socket of this member are being read. */
  isEntering(userId: string): boolean {
    return this.ofUser(userId).some((socket) => this.entering.has(socket));
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
