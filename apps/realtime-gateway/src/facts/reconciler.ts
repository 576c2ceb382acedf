import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '@parley/server-edge';
import type { Logger } from '@parley/server-runtime';
import type { Message, RpcOutput, messagesRpc } from '@parley/contracts';
import type { Delivered } from './delivered';
import type { MemberCheck } from './member-check';
import type { Suspects } from './suspects';

type RoomChanges = RpcOutput<typeof messagesRpc.changesSince>['rooms'][number];

/** Pages of changed rooms, and pages of messages, in one look; the rest waits for the next. */
const PAGES = 20;
const ROOMS_AT_ONCE = 100;
/** Between two pages of messages, so that they are on their way to a client before the next come. */
const BREATH_MS = 25;
/** Of a room that is further behind only the end is told: a client sees the jump and asks for the rest. */
const FURTHEST = 5_000;
const DEADLINE_MS = 2_000;

export interface ReconcilerParts {
  readonly messages: Pick<Services['messages'], 'changedRooms' | 'changesSince'>;
  readonly delivered: Delivered;
  readonly suspects: Suspects;
  readonly members: Pick<MemberCheck, 'add' | 'isPending' | 'look'>;
  /** Tells the sockets of this node alone. */
  readonly tell: (fact: 'message:created' | 'message:updated', message: Message) => void;
  /** Told where this node may have missed changes of members for longer than the service can say. */
  readonly onBlind: () => Promise<void>;
  /** Told of each message that had to be told again. */
  readonly onMended: () => void;
  readonly log: Logger;
  /** The pause between two pages of messages; 25 by default. */
  readonly breathMs?: number;
  readonly now?: () => number;
}

/**
 * Closes the gaps of this node: a fact is a hint and may be lost. Looks again and again which rooms have changed, compares their revisions with what was
 * told here, and reads and tells what is missing. What it costs goes with the rooms that change, not with those that there are; nobody waits for it.
 */
export class Reconciler {
  private cursor: string | undefined;
  private isCutOff = false;

  constructor(private readonly parts: ReconcilerParts) {}

  /** One look. Never rejects: what could not be done is done at the next. */
  async look(signal: AbortSignal): Promise<void> {
    try {
      await this.readChangedRooms(signal);
      await this.parts.members.look(signal);
      await this.mend(signal);
      this.isCutOff = false;
    } catch (error) {
      if (!this.isCutOff && !signal.aborted) this.parts.log.warn({ err: error }, 'gaps cannot be looked for');
      this.isCutOff = true;
    }
  }

  private async readChangedRooms(signal: AbortSignal): Promise<void> {
    const { messages, delivered, suspects, members } = this.parts;
    for (let pages = 0; pages < PAGES && !signal.aborted; pages++) {
      const question = this.cursor === undefined ? {} : { cursor: this.cursor };
      const { rooms, cursor, hasMore, isKnown } = await messages.changedRooms(question, { deadlineMs: DEADLINE_MS });
      if (!isKnown) await this.suspectEverything();
      for (const { roomId, revision, membersChanged } of rooms) {
        if (membersChanged) members.add(roomId);
        if (delivered.isBehind(roomId, revision)) suspects.add(roomId, revision, this.now());
      }
      this.cursor = cursor;
      if (!hasMore) return;
    }
  }

  /** At the start, and when the service does not know what this node has seen: all rooms here are compared. */
  private async suspectEverything(): Promise<void> {
    for (const roomId of this.parts.delivered.rooms()) this.parts.suspects.add(roomId, Infinity, this.now());
    await this.parts.onBlind();
  }

  private async mend(signal: AbortSignal): Promise<void> {
    const { messages, delivered, suspects, members } = this.parts;
    for (let pages = 0; pages < PAGES && !signal.aborted; pages++) {
      const rooms = [];
      for (const { roomId, latest } of suspects.due((id, revision) => delivered.isBehind(id, revision), this.now())) {
        const since = delivered.since(roomId, latest === Infinity ? 0 : latest);
        if (since === undefined || members.isPending(roomId)) continue;
        rooms.push({ roomId, revision: latest === Infinity ? since : Math.max(since, latest - FURTHEST) });
        if (rooms.length === ROOMS_AT_ONCE) break;
      }
      if (rooms.length === 0) return;
      const answer = await messages.changesSince({ rooms }, { deadlineMs: DEADLINE_MS });
      const found = new Set(answer.rooms.map(({ roomId }) => roomId));
      for (const { roomId } of rooms) if (!found.has(roomId)) suspects.clear(roomId);
      for (const room of answer.rooms) this.tellMissing(room);
      await pause(this.parts.breathMs ?? BREATH_MS, undefined, { ref: false });
    }
  }

  private tellMissing({ roomId, messages, revision, hasAfter }: RoomChanges): void {
    const { delivered, suspects, tell, onMended } = this.parts;
    let seq = 0;
    for (const message of messages) {
      seq = Math.max(seq, message.seq);
      const missing = delivered.missing(message);
      if (missing === null) continue;
      onMended();
      tell(`message:${missing}`, message);
    }
    delivered.read(roomId, revision, seq, !hasAfter);
    if (!hasAfter) suspects.clear(roomId);
  }

  private now(): number {
    return (this.parts.now ?? performance.now.bind(performance))();
  }
}
