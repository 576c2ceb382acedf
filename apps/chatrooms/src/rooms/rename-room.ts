import { Injectable } from '@nestjs/common';
import type { chatroomsRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { holdRoom } from './hold-room';
import { readRecord } from './read-records';
import { refused } from './refusals';
import { RoomEntity } from './room.entity';

@Injectable()
export class RenameRoom {
  constructor(private readonly db: DataSource) {}

  /**
   * Gives a group another title. The one that it has already changes nothing.
   * @throws ParleyError `not_found` for who is not in the room, `forbidden` to all but a group's owner
   */
  run(
    { roomId, title }: RpcInput<typeof chatroomsRpc.rename>,
    userId: string,
  ): Promise<RpcOutput<typeof chatroomsRpc.rename>> {
    return transaction(this.db, async (manager) => {
      const { room, me } = await holdRoom(manager, roomId, userId);
      if (room.kind === 'direct') throw refused('A direct room has no title: it is called by the other person’s name.');
      if (me.role !== 'owner') throw refused('Only the group’s owner can rename it.');
      const changed = room.title !== title;
      if (changed) await manager.update(RoomEntity, { roomId }, { title, updatedAt: () => 'clock_timestamp()' });
      return { room: await readRecord(manager, userId, roomId), changed };
    });
  }
}
