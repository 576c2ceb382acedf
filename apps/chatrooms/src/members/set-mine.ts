import { Injectable } from '@nestjs/common';
import type { chatroomsRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import { DataSource } from 'typeorm';
import { readRecord } from '../rooms/read-records';

/** Answers a row only where something has changed. */
const setMine = {
  name: 'set_mine',
  text: `
    UPDATE members SET pinned = coalesce($3, pinned), muted = coalesce($4, muted), archived = coalesce($5, archived)
    WHERE room_id = $1 AND user_id = $2
      AND (pinned, muted, archived) <> (coalesce($3, pinned), coalesce($4, muted), coalesce($5, archived))
    RETURNING room_id`,
};

@Injectable()
export class SetMine {
  constructor(private readonly db: DataSource) {}

  /**
   * Pins, mutes or archives a room for one member; what is not named stays.
   * @throws ParleyError `not_found` for who is not in the room
   */
  async run(
    { roomId, settings: { pinned, muted, archived } }: RpcInput<typeof chatroomsRpc.setMine>,
    userId: string,
  ): Promise<RpcOutput<typeof chatroomsRpc.setMine>> {
    const changed = await namedQuery(this.db, setMine, [roomId, userId, pinned, muted, archived]);
    return { room: await readRecord(this.db, userId, roomId), changed: changed.length > 0 };
  }
}
