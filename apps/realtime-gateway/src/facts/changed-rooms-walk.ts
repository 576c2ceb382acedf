import type { Services } from '@parley/server-edge';
import type { Logger } from '@parley/server-runtime';
import type { Delivered } from './delivered';
import type { MemberCheck } from './member-check';
import type { Suspects } from './suspects';

/** Pages of 2,000 changed rooms in one look; the rest waits for the next. */
const PAGES = 50;
const DEADLINE_MS = 2_000;

export interface ChangedRoomsWalkParts {
  readonly messages: Pick<Services['messages'], 'changedRooms'>;
  readonly delivered: Pick<Delivered, 'rooms' | 'isBehind'>;
  readonly suspects: Pick<Suspects, 'add'>;
  readonly members: Pick<MemberCheck, 'add'>;
  /** Told where this node may have missed changes of members for longer than the service can say. */
  readonly onBlind: () => void;
  readonly log: Logger;
  readonly now?: () => number;
}

/**
 * Looks again and again which rooms have changed, and notes what may have to be done about it: their messages may not have been told here, their
 * members may not be who hears them. What it costs goes with the rooms that change, not with those that there are. Does nothing of it itself: what
 * is told takes its time, and must not keep what is found later waiting.
 */
export class ChangedRoomsWalk {
  private cursor: string | undefined;
  private isCutOff = false;

  constructor(private readonly parts: ChangedRoomsWalkParts) {}

  /** One look. Never rejects: what could not be read is read at the next. */
  async look(signal: AbortSignal): Promise<void> {
    try {
      for (let pages = 0; pages < PAGES && !signal.aborted && (await this.readPage()); pages++);
      this.isCutOff = false;
    } catch (error) {
      if (!this.isCutOff && !signal.aborted) this.parts.log.warn({ err: error }, 'gaps cannot be looked for');
      this.isCutOff = true;
    }
  }

  /** Answers whether there is more. */
  private async readPage(): Promise<boolean> {
    const { messages, delivered, suspects, members, onBlind } = this.parts;
    const question = this.cursor === undefined ? {} : { cursor: this.cursor };
    const { rooms, cursor, hasMore, isKnown } = await messages.changedRooms(question, { deadlineMs: DEADLINE_MS });
    const now = (this.parts.now ?? performance.now.bind(performance))();
    if (!isKnown) {
      // At the start, and when the service does not know what this node has seen: all rooms here are compared.
      for (const roomId of delivered.rooms()) suspects.add(roomId, Infinity, now);
      onBlind();
    }
    for (const { roomId, revision, membersChanged } of rooms) {
      if (membersChanged) members.add(roomId);
      if (delivered.isBehind(roomId, revision)) suspects.add(roomId, revision, now);
    }
    this.cursor = cursor;
    return hasMore;
  }
}
