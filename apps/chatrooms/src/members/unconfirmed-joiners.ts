import type { EntityManager } from 'typeorm';
import { MemberEntity } from './member.entity';
import { RoomEntity } from '../rooms/room.entity';

/**
 * Who came into the room and has not been told yet: with the change that this transaction makes, or with an earlier one that ended in
 * `unavailable` and is being repeated. Told twice is harmless, told never is not.
 */
export async function unconfirmedJoiners(manager: EntityManager, roomId: string): Promise<string[]> {
  const members = await manager
    .createQueryBuilder(MemberEntity, 'member')
    .innerJoin(RoomEntity, 'room', 'room.roomId = member.roomId AND member.joinedVersion > room.replicatedVersion')
    .where('member.roomId = :roomId', { roomId })
    .orderBy({ 'member.joinedAt': 'ASC', 'member.userId': 'ASC' })
    .getMany();
  return members.map((member) => member.userId);
}
