import { Inject, Injectable } from '@nestjs/common';
import { limits } from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type UsersClient, usersClient } from '../neighbours/clients';
import { requireContactable } from '../neighbours/require-contactable';
import { insertRoom } from './insert-room';
import type { OpenedRoom } from './open-direct-room';
import { wrongField } from './refusals';

@Injectable()
export class FoundGroup {
  constructor(@Inject(usersClient) private readonly users: UsersClient) {}

  /**
   * Makes sure that the actor may found a group with these people; naming oneself adds nothing.
   * @returns what founds it in a transaction
   * @throws ParleyError `validation_failed` for more than 1,000 members, `not_found` where one does not exist or is divided by a block
   */
  async prepare(
    actor: Actor,
    title: string,
    memberIds: readonly string[],
  ): Promise<(manager: EntityManager) => Promise<OpenedRoom>> {
    const others = memberIds.filter((userId) => userId !== actor.userId);
    if (others.length + 1 > limits.groupMembers) {
      throw wrongField('memberIds', `a group has at most ${limits.groupMembers} members, you among them`);
    }
    await requireContactable(this.users, actor, others);
    const members = [
      { userId: actor.userId, role: 'owner' as const },
      ...others.map((userId) => ({ userId, role: 'member' as const })),
    ];
    return async (manager) => {
      const roomId = uuidv7();
      await insertRoom(manager, { roomId, kind: 'group', title, directKey: null, requestedBy: null }, members);
      return { roomId, created: true };
    };
  }
}
