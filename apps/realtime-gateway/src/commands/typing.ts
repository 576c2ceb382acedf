import { limits, type CommandData, type CommandPayload, type FactPayload } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { Actor } from '@parley/server-rpc';
import type { GatewayServer, GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';

/** Rooms that one socket may be typing in at once: more is no person, and says no more than this. */
const ROOMS_PER_SOCKET = 20;
/** Marks that are being checked at once: beyond it the messages service has better things to do, and a mark is dropped. */
const CHECKS_AT_ONCE = 64;

/** That somebody is typing in a room. */
interface Mark {
  readonly end: NodeJS.Timeout;
  /** Members of the room whom a block divides from who is typing. */
  readonly hiddenFrom: readonly string[];
}

/** Who is typing where, by socket; tells the others in the room, and ends by itself. */
export class Typing {
  private checks = 0;
  private readonly marks = new Map<GatewaySocket, Map<string, Mark>>();

  constructor(
    private readonly io: GatewayServer,
    private readonly live: LiveSockets,
    private readonly messages: Pick<Services['messages'], 'checkSendable'>,
  ) {
    io.on('typing', (fact, hiddenFrom) => {
      this.io.local.to(roomChannel(fact.roomId)).except(this.socketsOf(hiddenFrom)).emit('typing:changed', fact);
    });
  }

  /** @throws ParleyError as sending in the room would: `not_found`, `forbidden` */
  async set(
    actor: Actor,
    socket: GatewaySocket,
    { roomId, active }: CommandPayload<'typing:set'>,
  ): Promise<CommandData<'typing:set'>> {
    if (this.checks >= CHECKS_AT_ONCE) {
      if (!active) this.end(socket, roomId);
      return {};
    }
    const { dividedFrom: hiddenFrom, shown } = await this.check(actor, roomId);
    const marks = this.marks.get(socket) ?? new Map<string, Mark>();
    if (!active) {
      this.end(socket, roomId);
    } else if (shown && socket.connected && (marks.has(roomId) || marks.size < ROOMS_PER_SOCKET)) {
      const before = marks.get(roomId);
      clearTimeout(before?.end);
      // Whoever a block divides since the beginning would not hear the end. By the way of what follows, so that it does not come after it.
      if (before !== undefined && hiddenFrom.some((userId) => !before.hiddenFrom.includes(userId))) {
        this.tellEachNode(socket, { roomId, userId: actor.userId, active: false }, before.hiddenFrom);
      }
      marks.set(roomId, { end: setTimeout(() => this.end(socket, roomId), limits.typingMs).unref(), hiddenFrom });
      this.marks.set(socket, marks);
      this.tell(socket, { roomId, userId: actor.userId, active }, hiddenFrom);
    }
    return {};
  }

  /** Asked each time: whoever has just left, was blocked or does not want to be seen is not shown a moment longer. */
  private async check(actor: Actor, roomId: string) {
    this.checks++;
    try {
      return await this.messages.checkSendable({ roomId }, { actor });
    } finally {
      this.checks--;
    }
  }

  /** Ends what a socket that is gone, or about to go, was typing. */
  endAll(socket: GatewaySocket): void {
    for (const roomId of [...(this.marks.get(socket)?.keys() ?? [])]) this.end(socket, roomId);
  }

  private end(socket: GatewaySocket, roomId: string): void {
    const marks = this.marks.get(socket);
    const mark = marks?.get(roomId);
    if (marks === undefined || mark === undefined) return;
    clearTimeout(mark.end);
    marks.delete(roomId);
    if (marks.size === 0) this.marks.delete(socket);
    this.tell(socket, { roomId, userId: socket.data.identity.userId, active: false }, mark.hiddenFrom);
  }

  /** Where nobody has to be left out, which is nearly always, through the room's channel; else each node tells its own. */
  private tell(socket: GatewaySocket, fact: FactPayload<'typing:changed'>, hiddenFrom: readonly string[]): void {
    if (hiddenFrom.length > 0) this.tellEachNode(socket, fact, hiddenFrom);
    else socket.to(roomChannel(fact.roomId)).emit('typing:changed', fact);
  }

  private tellEachNode(
    socket: GatewaySocket,
    fact: FactPayload<'typing:changed'>,
    hiddenFrom: readonly string[],
  ): void {
    const others = socket.to(roomChannel(fact.roomId)).local;
    others.except(this.socketsOf(hiddenFrom)).emit('typing:changed', fact);
    this.io.serverSideEmit('typing', fact, hiddenFrom);
  }

  /** The sockets here of these members, by the rooms of their own that Socket.IO keeps them in. */
  private socketsOf(userIds: readonly string[]): string[] {
    return userIds.flatMap((userId) => this.live.ofUser(userId).map(({ id }) => id));
  }
}
