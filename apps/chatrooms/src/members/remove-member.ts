import { Injectable } from '@nestjs/common';
import type { chatroomsRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource, type EntityManager } from 'typeorm';
import { holdRoom } from '../rooms/hold-room';
import { refused } from '../rooms/refusals';
import { MemberEntity } from './member.entity';
import { MembershipReplication } from './membership-replication';
import { nextMembership } from './next-membership';

type Removed = RpcOutput<typeof chatroomsRpc.removeMember>;

@Injectable()
export class RemoveMember {
  constructor(
    private readonly db: DataSource,
    private readonly replication: MembershipReplication,
  ) {}

  /**
   * Takes a person out of a group: its owner anybody, everybody themselves. When this resolves that person can neither read nor write in
   * it. The longest-standing member takes over from an owner who leaves; after the last nobody can reach the room. Somebody who is out
   * already may be removed again.
   * @throws ParleyError `not_found` for who is not in the room, `forbidden` in a direct room and for removing another without owning the
   * group, `unavailable` where the person is out but not everywhere yet
   */
  async run({ roomId, userId }: RpcInput<typeof chatroomsRpc.removeMember>, removerId: string): Promise<Removed> {
    const removed = await transaction(this.db, (manager) => remove(manager, roomId, userId, removerId));
    await this.replication.confirm(roomId);
    return removed;
  }
}

async function remove(manager: EntityManager, roomId: string, userId: string, removerId: string): Promise<Removed> {
  const { room, me } = await holdRoom(manager, roomId, removerId);
  if (room.kind === 'direct') throw refused('Nobody leaves a direct room. Archive it to put it out of sight.');
  if (userId !== removerId && me.role !== 'owner') throw refused('Only the group’s owner can remove somebody.');
  const { affected } = await manager.delete(MemberEntity, { roomId, userId });
  const members = await manager.find(MemberEntity, { where: { roomId }, order: { joinedAt: 'ASC', userId: 'ASC' } });
  const remaining = members.map((member) => member.userId);
  if (!affected) {
    // Perhaps an earlier call removed them and ended in `unavailable`, so that nobody was told.
    return { left: room.replicatedVersion < room.membershipVersion ? [userId] : [], remaining };
  }
  const [heir] = remaining;
  if (heir !== undefined && members.every((member) => member.role !== 'owner')) {
    await manager.update(MemberEntity, { roomId, userId: heir }, { role: 'owner' });
  }
  await nextMembership(manager, room);
  return { left: [userId], remaining };
}
