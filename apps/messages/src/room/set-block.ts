import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery, transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';

/** Sending waits for this lock, so that nothing is stored under the old state once the new one is answered. */
const lockDirectRooms = {
  name: 'block_lock_direct_rooms',
  text: `
    SELECT head.room_id FROM rooms head
    JOIN members low ON low.room_id = head.room_id AND low.user_id = $1
    JOIN members high ON high.room_id = head.room_id AND high.user_id = $2
    WHERE head.kind = 'direct'
    FOR NO KEY UPDATE OF head`,
};

const upsertBlock = {
  name: 'block_upsert',
  text: `
    INSERT INTO blocks (low_user_id, high_user_id, blocked, version) VALUES ($1, $2, $3, $4)
    ON CONFLICT (low_user_id, high_user_id) DO UPDATE SET blocked = excluded.blocked, version = excluded.version
      WHERE blocks.version < excluded.version`,
};

/**
 * Takes over whether a pair is divided by a block, unless a newer version was applied before.
 * @throws ParleyError `validation_failed` for a pair of one person with themselves.
 */
export async function setBlock(
  dataSource: DataSource,
  { userIds: [one, other], blocked, version }: RpcInput<typeof messagesRpc.setBlock>,
): Promise<RpcOutput<typeof messagesRpc.setBlock>> {
  if (one === other) throw new ParleyError('validation_failed', 'A block is between two people.');
  const pair = one < other ? [one, other] : [other, one];
  await transaction(dataSource, async (manager) => {
    await namedQuery(manager, lockDirectRooms, pair);
    await namedQuery(manager, upsertBlock, [...pair, blocked, version]);
  });
  return {};
}
