import type { EntityManager } from 'typeorm';
import { RoomEntity } from '../rooms/room.entity';

/** Gives the room's members their next version: from here on the messages service is behind. */
export async function nextMembership(manager: EntityManager, { roomId, membershipVersion }: RoomEntity): Promise<void> {
  const change = { membershipVersion: membershipVersion + 1, updatedAt: () => 'clock_timestamp()' };
  await manager.update(RoomEntity, { roomId }, change);
}
