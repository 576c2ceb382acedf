import type { Identity } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { GatewaySocket } from './gateway-socket';
import { LiveSockets } from './live-sockets';

/** A socket of nobody's client: what it hears and is told can be seen. */
export interface FakeSocket {
  readonly socket: GatewaySocket;
  readonly identity: Identity;
  /** The facts told to it alone. */
  readonly told: string[];
  hears(roomId: string): boolean;
  /** Whether it has heard the room at any moment. */
  hasHeard(roomId: string): boolean;
  /** Ends its handshake, with the rooms that were read for it. */
  enter(...roomIds: string[]): Promise<void>;
  connect(): void;
}

/** Sockets in the rooms of an adapter, as Socket.IO keeps them. */
export class FakeSockets {
  private readonly channels = new Map<string, Set<string>>();
  private count = 0;
  readonly live = new LiveSockets({ settled: () => Promise.resolve() }, () => this.channels);

  /** A socket whose rooms are being read. */
  begin(userId: string): FakeSocket {
    const id = `socket ${++this.count}`;
    const rooms = new Set<string>();
    const told: string[] = [];
    const joined = new Set<string>();
    const identity = { userId, sessionId: `session of ${userId}`, expiresAt: Infinity, scopes: null };
    const state = {
      ...{ id, rooms, connected: false, data: { identity } },
      join: (names: string | string[]): void => {
        for (const name of [names].flat()) {
          joined.add(name);
          this.enter(rooms, name, id);
        }
      },
      leave: (name: string): void => {
        rooms.delete(name);
        const ids = this.channels.get(name);
        ids?.delete(id);
        if (ids?.size === 0) this.channels.delete(name);
      },
      emit: (fact: string): boolean => told.push(fact) > 0,
    };
    const socket = Object.assign({} as GatewaySocket, state);
    this.live.add(socket, identity);
    return {
      ...{ socket, identity, told },
      hears: (roomId) => rooms.has(roomChannel(roomId)),
      hasHeard: (roomId) => joined.has(roomChannel(roomId)),
      enter: (...roomIds) => this.live.enter(socket, roomIds, () => undefined),
      connect: () => {
        socket.connected = true;
        void socket.join(id);
      },
    };
  }

  /** A connected socket that hears these rooms. */
  async connected(userId: string, ...roomIds: string[]): Promise<FakeSocket> {
    const socket = this.begin(userId);
    await socket.enter(...roomIds);
    socket.connect();
    return socket;
  }

  private enter(rooms: Set<string>, name: string, id: string): void {
    rooms.add(name);
    const ids = this.channels.get(name) ?? new Set();
    this.channels.set(name, ids.add(id));
  }
}
