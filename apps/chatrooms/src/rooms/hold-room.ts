import type { EntityManager } from 'typeorm';
import { MemberEntity } from '../members/member.entity';
import { noSuchRoom } from './refusals';
import { RoomEntity } from './room.entity';

/** A room that nobody else changes until the transaction ends, and the membership through which it was reached. */
export interface HeldRoom {
  readonly room: RoomEntity;
  readonly me: MemberEntity;
}

/**
 * Takes the room's lock, which only its members can, and reads behind it, so that a removal committed before is seen.
 * @throws ParleyError `not_found` for who is not in the room
 */
export async function holdRoom(manager: EntityManager, roomId: string, userId: string): Promise<HeldRoom> {
  const room = await manager
    .createQueryBuilder(RoomEntity, 'room')
    .innerJoin(MemberEntity, 'me', 'me.roomId = room.roomId AND me.userId = :userId', { userId })
    .where('room.roomId = :roomId', { roomId })
    .setLock('for_no_key_update', undefined, ['room'])
    .getOne();
  const me = await manager.findOneBy(MemberEntity, { roomId, userId });
  if (!room || !me) throw noSuchRoom();
  return { room, me };
}
