import { Inject, Injectable, Logger } from '@nestjs/common';
import { limits } from '@parley/contracts';
import { RoomCommands, type Services } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import { SERVICES } from '../tokens';

/** Takes somebody whose account is gone out of their groups, so that each has an owner who is there. */
@Injectable()
export class LeaveGroups {
  private readonly log = new Logger(LeaveGroups.name);

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(RoomCommands) private readonly rooms: RoomCommands,
  ) {}

  /** Never rejects: what is left undone leaves a deleted member in a group, and nobody worse off. Direct rooms stay, as the other reads on in them. */
  async run(actor: Actor): Promise<void> {
    try {
      const { roomIds } = await this.services.messages.memberships({}, { actor });
      for (let from = 0; from < roomIds.length; from += limits.pageSizeMax) {
        const page = roomIds.slice(from, from + limits.pageSizeMax);
        const { rooms } = await this.services.chatrooms.records({ roomIds: page }, { actor });
        for (const { id, kind } of rooms) {
          if (kind === 'group') await this.rooms.removeMember(actor, { roomId: id, userId: actor.userId });
        }
      }
    } catch (error) {
      this.log.warn({ err: error }, 'a deleted member is still in groups');
    }
  }
}
