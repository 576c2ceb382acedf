import type { Change } from '@parley/contracts';
import type { RevocationWatch, RoomReader } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { LiveSockets } from '../connection/live-sockets';
import type { WorkQueue } from '../flow/work-queue';
import type { NodePresence } from '../presence/open-presence';
import type { Delivered } from './delivered';
import type { MemberCheck } from './member-check';
import type { SaidSince, SaidTogether } from './said-since';

/** The telling of one member that they have joined a room. */
interface Joining {
  readonly newcomers: ReadonlySet<GatewaySocket>;
  /** Whether it is still to be told: they may have left since, or come in anew. */
  readonly isCurrent: () => boolean;
  /** What was said, read together with the others who came in with them. */
  readonly said: SaidTogether;
}

/**
 * What a change does to the sockets of this node. Every node does it to its own: Socket.IO's own remote joining knows only sockets whose handshake
 * is over, and says nothing to them in the right order. News of leaving is followed at once, news of joining once it was found to be true.
 */
export class NodeChanges {
  /** By member and room, the sockets that are being told of the joining; whoever leaves meanwhile is not told of it. */
  private readonly joining = new Map<string, ReadonlySet<GatewaySocket>>();
  /** By member and room, the sockets that hear a room and could not be told of it: they do not know what was said before, nor that they have to ask for it. */
  private readonly untold = new Map<string, ReadonlySet<GatewaySocket>>();

  constructor(
    private readonly live: Pick<LiveSockets, 'deaf' | 'join' | 'leave' | 'ofUser' | 'settled'>,
    private readonly rooms: Pick<RoomReader, 'entered'>,
    private readonly revocations: Pick<RevocationWatch, 'end'>,
    private readonly work: Pick<WorkQueue, 'add'>,
    private readonly presence: Pick<NodePresence, 'apply'>,
    private readonly delivered: Pick<Delivered, 'begin' | 'aside'>,
    private readonly said: SaidSince,
    private readonly members: Pick<MemberCheck, 'add' | 'news' | 'left'>,
  ) {}

  apply(change: Change): void {
    if (change.type === 'roomJoined') this.joined(change.roomId, change.userIds);
    else if (change.type === 'roomLeft') this.left(change.roomId, change.userIds);
    else if (change.type === 'roomSettingsChanged') {
      for (const socket of this.live.ofUser(change.userId)) {
        socket.emit('room:updated', { id: change.roomId, ...change.settings });
      }
    } else if (change.type === 'readMoved') {
      const { roomId, userId, lastReadSeq } = change;
      for (const socket of this.live.ofUser(userId)) socket.emit('room:readMoved', { roomId, userId, lastReadSeq });
    } else if (change.type === 'sessionEnded') this.revocations.end(change);
    else if (change.type === 'presenceSettingChanged' || change.type === 'blockChanged') this.presence.apply(change);
  }

  /** The news may be late, and the member out again: who is in the room is read, and only then does anybody hear it. */
  joined(roomId: string, userIds: readonly string[]): void {
    if (userIds.some((userId) => this.live.ofUser(userId).length > 0)) this.members.news(roomId);
  }

  /** Nothing more is heard from this moment on. The news may be late, and the member in the room again: that is looked into at once. */
  left(roomId: string, userIds: readonly string[]): void {
    this.members.left(roomId, userIds);
    if (this.silence(roomId, userIds)) this.members.news(roomId);
  }

  /** First nothing more is heard, then it is said. Answers whether any of them is here. */
  silence(roomId: string, userIds: readonly string[]): boolean {
    let isAnybodyHere = false;
    for (const userId of userIds) {
      const key = keyOf(userId, roomId);
      this.untold.delete(key);
      this.joining.delete(key);
      for (const socket of this.live.leave(userId, roomId)) {
        isAnybodyHere = true;
        if (socket.connected) socket.emit('room:left', { roomId });
      }
    }
    return isAnybodyHere;
  }

  /**
   * These are in the room, as was just read: they hear it, and those of their sockets that did not are told its overview item, different for each member, once it
   * was read. Sockets that are still connecting are told nothing: they ask for everything once they are connected.
   */
  admit(roomId: string, userIds: readonly string[]): void {
    const said = this.said.together(roomId);
    for (const userId of userIds) {
      const key = keyOf(userId, roomId);
      const deaf = this.live.deaf(userId, roomId).filter(({ connected }) => connected);
      const newcomers = new Set([...(this.untold.get(key) ?? []), ...(this.joining.get(key) ?? []), ...deaf]);
      this.untold.delete(key);
      if (this.live.join(userId, roomId).length === 0) continue;
      this.joining.set(key, newcomers);
      const isCurrent = (): boolean => this.joining.get(key) === newcomers;
      const settle = (wasRead: boolean): void => {
        if (!isCurrent()) return;
        this.joining.delete(key);
        if (wasRead) return;
        this.untold.set(key, newcomers);
        this.members.add(roomId);
      };
      const isTaken = this.work.add(async () => {
        let wasRead = false;
        try {
          await this.tellJoined(roomId, userId, { newcomers, isCurrent, said });
          wasRead = true;
        } finally {
          settle(wasRead);
        }
      });
      if (!isTaken) settle(false);
    }
  }

  /** Whether a member hears a room of which they could not be told. */
  isUntold(userId: string, roomId: string): boolean {
    return this.untold.has(keyOf(userId, roomId));
  }

  /**
   * Who is not in the room by what is read now hears it no more: they are just leaving. After the room newcomers are told what was said between their joining and
   * their hearing it here. @throws ParleyError where the item or the messages cannot be read
   */
  private async tellJoined(
    roomId: string,
    userId: string,
    { newcomers, isCurrent, said: saidSince }: Joining,
  ): Promise<void> {
    const [first] = this.live.ofUser(userId);
    if (first === undefined) return;
    const actor = { userId, sessionId: first.data.identity.sessionId };
    await this.live.settled();
    const entered = await this.rooms.entered(actor, roomId);
    if (!isCurrent()) return;
    if (entered === undefined) return void this.live.leave(userId, roomId);
    const { item, joinedSeq } = entered;
    const { revision, lastSeq } = item;
    this.delivered.begin(roomId, revision, lastSeq);
    const here = (): GatewaySocket[] =>
      this.live
        .ofUser(userId)
        .filter((socket) => newcomers.has(socket) && socket.connected && socket.rooms.has(roomChannel(roomId)));
    if (here().length === 0) return;
    const said = await saidSince.read(actor, { joinedSeq: joinedSeq ?? lastSeq, lastSeq, revision });
    if (!isCurrent()) return;
    for (const socket of here()) {
      socket.emit('room:joined', item);
      this.delivered.aside(() => said.forEach((message) => socket.emit('message:created', message)));
    }
  }
}

function keyOf(userId: string, roomId: string): string {
  return `${userId}:${roomId}`;
}
