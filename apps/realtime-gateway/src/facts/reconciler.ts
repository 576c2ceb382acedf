import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '@parley/server-edge';
import type { Logger } from '@parley/server-runtime';
import type { Message, RpcOutput, messagesRpc } from '@parley/contracts';
import type { Delivered } from './delivered';
import type { MemberCheck } from './member-check';
import type { Suspects } from './suspects';

type RoomChanges = RpcOutput<typeof messagesRpc.changesSince>['rooms'][number];

/** Pages of messages in one look; the rest waits for the next. */
const PAGES = 20;
const ROOMS_AT_ONCE = 100;
/** Between two pages of messages, so that they are on their way to a client before the next come. */
const BREATH_MS = 25;
/** Of a room that is further behind only the end is told: a client sees the jump and asks for the rest. */
const FURTHEST = 5_000;
const DEADLINE_MS = 2_000;

export interface ReconcilerParts {
  readonly messages: Pick<Services['messages'], 'changesSince'>;
  readonly delivered: Delivered;
  readonly suspects: Suspects;
  readonly members: Pick<MemberCheck, 'hurry' | 'isPending' | 'look'>;
  /** Tells the sockets of this node alone. */
  readonly tell: (fact: 'message:created' | 'message:updated', message: Message) => void;
  /** Told of each message that had to be told again. */
  readonly onMended: () => void;
  readonly log: Logger;
  /** The pause between two pages of messages; 25 by default. */
  readonly breathMs?: number;
  readonly now?: () => number;
}

/**
 * Closes the gaps of this node: a fact is a hint and may be lost. Reads and tells what is still missing, a moment after it was seen that it is, to those
 * who are in the room by the very version of its members that was read with it. Nobody waits for it.
 */
export class Reconciler {
  private isCutOff = false;

  constructor(private readonly parts: ReconcilerParts) {}

  /** One look. Never rejects: what could not be done is done at the next. */
  async look(signal: AbortSignal): Promise<void> {
    try {
      for (let pages = 0; pages < PAGES && !signal.aborted && (await this.mend()); pages++) {
        await pause(this.parts.breathMs ?? BREATH_MS, undefined, { ref: false });
      }
      this.isCutOff = false;
    } catch (error) {
      if (!this.isCutOff && !signal.aborted) this.parts.log.warn({ err: error }, 'gaps cannot be closed');
      this.isCutOff = true;
    }
  }

  /** Reads and tells one page. Answers whether there may be more. */
  private async mend(): Promise<boolean> {
    const { messages, delivered, suspects, members } = this.parts;
    const rooms: { roomId: string; revision: number }[] = [];
    const uncompared: string[] = [];
    for (const { roomId, latest } of suspects.due((id, revision) => delivered.isBehind(id, revision), this.now())) {
      const since = delivered.since(roomId, latest === Infinity ? 0 : latest);
      if (since === undefined || members.isPending(roomId)) continue;
      if (delivered.comparedTo(roomId) === undefined) uncompared.push(roomId);
      else rooms.push({ roomId, revision: latest === Infinity ? since : Math.max(since, latest - FURTHEST) });
      if (rooms.length + uncompared.length === ROOMS_AT_ONCE) break;
    }
    if (rooms.length + uncompared.length === 0) return false;
    if (rooms.length > 0) {
      const answer = await messages.changesSince({ rooms }, { deadlineMs: DEADLINE_MS });
      const found = new Set(answer.rooms.map(({ roomId }) => roomId));
      for (const { roomId } of rooms) if (!found.has(roomId)) suspects.clear(roomId);
      for (const room of answer.rooms) if (!this.tellMissing(room)) uncompared.push(room.roomId);
    }
    for (const roomId of uncompared) if (!members.isPending(roomId)) members.hurry(roomId);
    if (uncompared.length > 0) await members.look();
    return true;
  }

  /** Answers false where it is not certain that all who hear the room here may be told: then nobody is told yet. */
  private tellMissing({ roomId, messages, revision, hasAfter, membersVersion }: RoomChanges): boolean {
    const { delivered, suspects, members, tell, onMended } = this.parts;
    if (members.isPending(roomId) || (delivered.comparedTo(roomId) ?? -1) < membersVersion) return false;
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
    return true;
  }

  private now(): number {
    return (this.parts.now ?? performance.now.bind(performance))();
  }
}
