import { setImmediate as nextTurn } from 'node:timers/promises';
import type { messagesRpc, RpcOutput } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import { newRequestId, requestContext, type Logger } from '@parley/server-runtime';
import type { LiveSockets } from '../connection/live-sockets';
import type { Delivered } from './delivered';
import type { NodeChanges } from './node-changes';
import type { RoomUpdates } from './room-updates';

/** Rooms asked about at once. */
const AT_ONCE = 20;
/** Rooms heard here that may wait to be looked at, and as many others. */
const WAITING = 10_000;
const DEADLINE_MS = 1_500;

type Members = RpcOutput<typeof messagesRpc.memberIds>['rooms'][number];

/** A room that waits for its turn. */
interface Turn {
  /** When it may be looked at. */
  due: number;
  /** Whether news came of it: then it is no news that had been lost. */
  isNews: boolean;
}

export interface MemberCheckParts {
  readonly messages: Pick<Services['messages'], 'memberIds'>;
  readonly live: Pick<LiveSockets, 'isHeard' | 'listeners' | 'deaf' | 'bar'>;
  readonly node: Pick<NodeChanges, 'admit' | 'silence' | 'isUntold'>;
  readonly updates: Pick<RoomUpdates, 'add'>;
  readonly delivered: Pick<Delivered, 'compared'>;
  /** How long the news of a change of members may take before it counts as lost, in milliseconds. */
  readonly graceMs: number;
  /** Told of each room in which the wrong people were listening, or not listening, and no news had come of it. */
  readonly onMended: () => void;
  /** Told where so much waits that a room had to be passed over. */
  readonly onBlind: () => void;
  readonly log: Logger;
  readonly now?: () => number;
}

/**
 * Compares who is in a room with who hears it here, where its members may have changed. The one place where somebody comes to hear a room after their
 * handshake: news of joining is only the reason to look, as it may be late, and the member out again. Whoever is out hears nothing more, whoever is in
 * hears the room, and both are told so. Reads one batch after the other, so that what is read later counts later.
 */
export class MemberCheck {
  private readonly heard = new Map<string, Turn>();
  /** Rooms that nobody here hears; somebody here may have come in. They come after the others: leaving is urgent. */
  private readonly unheard = new Map<string, Turn>();
  /** By room that is being read, who has left it since it was asked about. */
  private readonly asked = new Map<string, Set<string>>();
  private running: Promise<void> | undefined;
  private isCutOff = false;
  private isOver = false;

  constructor(private readonly parts: MemberCheckParts) {}

  /** The room's members have changed; the news of it may be on its way. */
  add(roomId: string): void {
    this.put(roomId, { due: this.now() + this.parts.graceMs, isNews: false });
  }

  /** It is not certain who is in the room: it is looked at now. */
  hurry(roomId: string): void {
    this.put(roomId, { due: this.now(), isNews: false });
    void this.look();
  }

  /** News has come of somebody who joined the room, or left it: it is looked at now. */
  news(roomId: string): void {
    this.put(roomId, { due: this.now(), isNews: true });
    void this.look();
  }

  /** These have left, it is said: an answer to what was asked before does not bring them back. */
  left(roomId: string, userIds: readonly string[]): void {
    for (const userId of userIds) this.asked.get(roomId)?.add(userId);
  }

  /** Whether the room is still to be looked at: until then nothing is told again in it. */
  isPending(roomId: string): boolean {
    return this.heard.has(roomId) || this.unheard.has(roomId) || this.asked.has(roomId);
  }

  /** Looks at the rooms whose turn has come. Never rejects: those that cannot be read stay for the next time. */
  look(): Promise<void> {
    this.running ??= requestContext
      .run({ requestId: newRequestId() }, () => this.pass())
      .finally(() => (this.running = undefined));
    return this.running;
  }

  /** Begins no other look, and waits for the one under way. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private put(roomId: string, turn: Turn): void {
    const isHeard = this.parts.live.isHeard(roomId);
    const known = this.heard.get(roomId) ?? this.unheard.get(roomId);
    if (known) {
      known.due = Math.min(known.due, turn.due);
      known.isNews ||= turn.isNews;
    }
    if (this.heard.has(roomId) || (known && !isHeard)) return;
    const queue = isHeard ? this.heard : this.unheard;
    if (queue.size < WAITING) {
      this.unheard.delete(roomId);
      queue.set(roomId, known ?? turn);
    } else if (known === undefined) this.parts.onBlind();
  }

  private async pass(): Promise<void> {
    try {
      // What comes in one turn of the event loop goes together.
      await nextTurn();
      for (let due = this.take(); due.size > 0; due = this.take()) await this.read(due);
      this.isCutOff = false;
    } catch (error) {
      if (!this.isCutOff && !this.isOver) this.parts.log.warn({ err: error }, 'members of rooms cannot be compared');
      this.isCutOff = true;
    }
  }

  private take(): Map<string, Turn> {
    const taken = new Map<string, Turn>();
    if (this.isOver) return taken;
    const now = this.now();
    for (const queue of [this.heard, this.unheard]) {
      for (const [roomId, turn] of queue) {
        if (taken.size === AT_ONCE) return taken;
        if (turn.due > now) continue;
        queue.delete(roomId);
        taken.set(roomId, turn);
      }
    }
    return taken;
  }

  private async read(turns: ReadonlyMap<string, Turn>): Promise<void> {
    const roomIds = [...turns.keys()];
    for (const roomId of roomIds) this.asked.set(roomId, new Set());
    try {
      const { rooms } = await this.parts.messages.memberIds({ roomIds }, { deadlineMs: DEADLINE_MS });
      for (const room of rooms) this.compare(room, turns.get(room.roomId)?.isNews ?? false);
    } catch (error) {
      for (const [roomId, turn] of turns) this.put(roomId, turn);
      throw error;
    } finally {
      for (const roomId of roomIds) this.asked.delete(roomId);
    }
  }

  private compare({ roomId, userIds, version }: Members, isNews: boolean): void {
    const { live, node, updates, delivered, onMended } = this.parts;
    const members = new Set(userIds);
    const left = this.asked.get(roomId);
    live.bar(roomId, (userId) => members.has(userId));
    const outsiders = live.listeners(roomId).filter((userId) => !members.has(userId));
    const lacking = userIds.filter(
      (userId) => !left?.has(userId) && (node.isUntold(userId, roomId) || live.deaf(userId, roomId).length > 0),
    );
    const wasLost =
      outsiders.length > 0 ||
      (!isNews && lacking.some((userId) => live.deaf(userId, roomId).some(({ connected }) => connected)));
    node.silence(roomId, outsiders);
    node.admit(roomId, lacking);
    delivered.compared(roomId, version);
    if (!wasLost) return;
    onMended();
    const [seenBy] = userIds;
    if (seenBy !== undefined) updates.add({ type: 'roomUpdated', roomId, fields: ['members'], seenBy });
  }

  private now(): number {
    return (this.parts.now ?? performance.now.bind(performance))();
  }
}
