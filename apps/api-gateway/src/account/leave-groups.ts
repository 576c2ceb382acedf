import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { limits, ParleyError } from '@parley/contracts';
import { RoomCommands, type Services } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import { inSteps } from '../http/in-steps';
import { SERVICES } from '../tokens';

/** Before each try at what is left, in milliseconds: a quarter of an hour, which outlasts the restart of a service and most holds on a room. */
const PAUSES_MS = [0, 5_000, 30_000, 120_000, 300_000, 450_000];

/** What the answer to the deletion waits for it: nearly always it is done by then. */
const ANSWER_MS = 3_000;

/** Groups that are left at once, of one person. */
const AT_ONCE = 4;

/** Takes somebody whose account is gone out of their groups, so that each has an owner who is there. */
@Injectable()
export class LeaveGroups {
  private readonly log = new Logger(LeaveGroups.name);

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(RoomCommands) private readonly rooms: RoomCommands,
  ) {}

  /**
   * Never rejects: what is left undone leaves a deleted member in a group. What takes longer than an answer may goes on after it, since nobody can ask for it
   * again: the sessions are over. Direct rooms stay, as the other reads on in them.
   */
  async run(actor: Actor, { pausesMs = PAUSES_MS, answerMs = ANSWER_MS } = {}): Promise<void> {
    await Promise.race([this.untilLeft(actor, pausesMs), sleep(answerMs, undefined, { ref: false })]);
  }

  private async untilLeft(actor: Actor, pausesMs: readonly number[]): Promise<void> {
    const inTime = inSteps();
    for (const pause of pausesMs) {
      await sleep(pause, undefined, { ref: false });
      try {
        return await this.leaveAll(actor, inTime);
      } catch (error) {
        this.log.warn({ err: error }, 'a deleted member is still in groups');
      }
    }
  }

  /** Leaves every group that lets them go. @throws what the last one answered that did not */
  private async leaveAll(actor: Actor, inTime: ReturnType<typeof inSteps>): Promise<void> {
    const { roomIds } = await inTime(() => this.services.messages.memberships({}, { actor }));
    const failures: unknown[] = [];
    for (let from = 0; from < roomIds.length; from += limits.pageSizeMax) {
      const page = roomIds.slice(from, from + limits.pageSizeMax);
      const { rooms } = await inTime(() => this.services.chatrooms.records({ roomIds: page }, { actor }));
      // One list, from which all take.
      const groups = rooms.filter(({ kind }) => kind === 'group').values();
      const leave = async (): Promise<void> => {
        for (const { id: roomId } of groups) {
          try {
            await inTime(() => this.rooms.removeMember(actor, { roomId, userId: actor.userId }));
          } catch (error) {
            // Whoever is out already finds no such room.
            if (!(error instanceof ParleyError && error.code === 'not_found')) failures.push(error);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, leave));
    }
    if (failures.length > 0) throw failures.at(-1);
  }
}
