import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type UsersClient, usersClient } from '../neighbours/clients';
import { requireContactable } from '../neighbours/require-contactable';
import { insertRoom } from './insert-room';
import { wrongField } from './refusals';
import { RoomEntity } from './room.entity';

/** A room that is there once the transaction is committed. */
export interface OpenedRoom {
  readonly roomId: string;
  readonly created: boolean;
}

@Injectable()
export class OpenDirectRoom {
  constructor(
    private readonly db: DataSource,
    @Inject(usersClient) private readonly users: UsersClient,
  ) {}

  /**
   * Makes sure that the actor may open a room with somebody; a room that the two have is open to both for good, also across a block. A new
   * one between people who do not match mutually begins as the actor's request.
   * @returns what opens it in a transaction
   * @throws ParleyError `validation_failed` for oneself, `not_found` for who does not exist or is divided by a block
   */
  async prepare(actor: Actor, otherId: string): Promise<(manager: EntityManager) => Promise<OpenedRoom>> {
    if (otherId === actor.userId) throw wrongField('memberIds.0', 'is your own');
    const directKey = [actor.userId, otherId].sort().join(' ');
    const isKnown = await this.db.manager.existsBy(RoomEntity, { directKey });
    if (isKnown) return (manager) => open(manager, { directKey, requestedBy: null }, [actor.userId, otherId]);
    const [{ mutual }] = await Promise.all([
      this.users.isMutual({ userId: otherId }, { actor }),
      requireContactable(this.users, actor, [otherId]),
    ]);
    const requestedBy = mutual ? null : actor.userId;
    return (manager) => open(manager, { directKey, requestedBy }, [actor.userId, otherId]);
  }
}

/** Both may call this at once: one makes the room, the other waits for that and finds it. */
async function open(
  manager: EntityManager,
  { directKey, requestedBy }: Pick<RoomEntity, 'directKey' | 'requestedBy'>,
  userIds: readonly string[],
): Promise<OpenedRoom> {
  const roomId = uuidv7();
  const members = userIds.map((userId) => ({ userId, role: 'member' as const }));
  if (await insertRoom(manager, { roomId, kind: 'direct', title: null, directKey, requestedBy }, members)) {
    return { roomId, created: true };
  }
  const known = await manager.findOneByOrFail(RoomEntity, { directKey: directKey ?? '' });
  return { roomId: known.roomId, created: false };
}
