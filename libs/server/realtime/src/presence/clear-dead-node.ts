import type { RedisConnection } from '@parley/server-redis';
import { NODES_KEY } from './node-lease';
import { membersKey, recordKey } from './presence-keys';

/** How long one node may take to clear up after another before a third one tries. */
const CLAIM_MS = 30_000;
const BATCH = 500;

/**
 * Clears away what a dead node has left, in batches; whoever of the living is first does it, and what is done twice does no harm. Nobody's presence waits
 * for this: a dead node's word does not count.
 * @param gone told of people who are nowhere now
 */
export async function clearDeadNode(
  { redis, placed }: Pick<RedisConnection, 'redis' | 'placed'>,
  node: string,
  gone: (userIds: string[]) => void,
): Promise<void> {
  const claim = await redis.set(`parley:presence:clearing:${node}`, '1', 'PX', CLAIM_MS, 'NX');
  if (claim !== 'OK') return;
  let cursor = '0';
  do {
    const [next, userIds] = await redis.sscan(membersKey(node), cursor, 'COUNT', BATCH);
    cursor = next;
    const left = await Promise.all(
      userIds.map(async (userId) => {
        const record = placed(recordKey(userId), userId);
        const [, rest] = await Promise.all([redis.hdel(record, node), redis.hlen(record)]);
        return rest === 0 ? [userId] : [];
      }),
    );
    const nowhere = left.flat();
    if (nowhere.length > 0) gone(nowhere);
  } while (cursor !== '0');
  await redis.del(membersKey(node));
  await redis.zrem(NODES_KEY, node);
}
