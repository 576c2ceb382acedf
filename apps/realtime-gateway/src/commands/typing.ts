import { limits, type CommandData, type CommandPayload } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { Actor } from '@parley/server-rpc';
import { LRUCache } from 'lru-cache';
import type { GatewaySocket } from '../connection/gateway-socket';

/** How long "may send here" is believed, and for how many members and rooms. */
const PERMISSION_MS = 5_000;
const PERMISSIONS = 20_000;
/** Rooms that one socket may be typing in at once: more is no person, and says no more than this. */
const ROOMS_PER_SOCKET = 20;

/** Who is typing where, by socket; tells the others in the room, and ends by itself. */
export class Typing {
  private readonly permitted = new LRUCache<string, true>({ max: PERMISSIONS, ttl: PERMISSION_MS });
  private readonly marks = new Map<GatewaySocket, Map<string, NodeJS.Timeout>>();

  constructor(private readonly messages: Pick<Services['messages'], 'checkSendable'>) {}

  /** @throws ParleyError as sending in the room would: `not_found`, `forbidden` */
  async set(
    actor: Actor,
    socket: GatewaySocket,
    { roomId, active }: CommandPayload<'typing:set'>,
  ): Promise<CommandData<'typing:set'>> {
    await this.assertMaySend(actor, socket, roomId);
    const marks = this.marks.get(socket) ?? new Map<string, NodeJS.Timeout>();
    if (!active) {
      this.end(socket, roomId);
    } else if (socket.connected && (marks.has(roomId) || marks.size < ROOMS_PER_SOCKET)) {
      clearTimeout(marks.get(roomId));
      marks.set(roomId, setTimeout(() => this.end(socket, roomId), limits.typingMs).unref());
      this.marks.set(socket, marks);
      this.tell(socket, roomId, true);
    }
    return {};
  }

  /** Ends what a socket that is gone, or about to go, was typing. */
  endAll(socket: GatewaySocket): void {
    for (const roomId of [...(this.marks.get(socket)?.keys() ?? [])]) this.end(socket, roomId);
  }

  private end(socket: GatewaySocket, roomId: string): void {
    const marks = this.marks.get(socket);
    if (!marks?.has(roomId)) return;
    clearTimeout(marks.get(roomId));
    marks.delete(roomId);
    if (marks.size === 0) this.marks.delete(socket);
    this.tell(socket, roomId, false);
  }

  private tell(socket: GatewaySocket, roomId: string, active: boolean): void {
    const { userId } = socket.data.identity;
    socket.to(roomChannel(roomId)).emit('typing:changed', { roomId, userId, active });
  }

  /** A socket that does not hear the room (any more) is asked about anew each time. */
  private async assertMaySend(actor: Actor, socket: GatewaySocket, roomId: string): Promise<void> {
    const key = `${actor.userId}:${roomId}`;
    if (this.permitted.has(key) && socket.rooms.has(roomChannel(roomId))) return;
    await this.messages.checkSendable({ roomId }, { actor });
    this.permitted.set(key, true);
  }
}
