import type { RedisPresenceBoard } from '@parley/server-realtime';
import type { RedisClient } from '@parley/server-redis';
import { every, withDeadline, type Logger } from '@parley/server-runtime';
import { LocalSocketQuota, type SocketQuota } from './socket-quota';

/** An entry counts this long without being renewed. Those of a gateway that was killed count less long: until somebody is refused and its lease has run out. */
const LIFETIME_MS = 90_000;
const RENEW_EVERY_MS = 30_000;
/** How often it is looked whether this node has come by a new name: what counts under the old one is taken for that of a dead node. */
const LOOK_EVERY_MS = 1_000;
/** How long a handshake waits for the shared count before it is content with this node's own. */
const PATIENCE_MS = 200;
/** Members renewed in one go. */
const BATCH = 500;

/** KEYS: the member's sockets, by the time they count until. ARGV: max, lifetime in milliseconds, entry. Answers 1 where there was room. */
const ACQUIRE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;

/** KEYS as above. ARGV: lifetime, entries. Also brings back what a Redis that was emptied has forgotten. */
const RENEW = `
local time = redis.call('TIME')
local until_ = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[1]
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], until_, ARGV[i]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1`;

const keyOf = (userId: string): string => `parley:sockets:${userId}`;
/** An entry is a socket's id after the name of its node. Those of a release before this are the id alone, and end in their time. */
const nodeOf = (entry: string): string => entry.split('/', 1)[0] ?? '';

/** The quota over all gateways. While Redis is away each node lets in as many as one node may, rather than nobody. */
export class RedisSocketQuota implements SocketQuota {
  private readonly local: LocalSocketQuota;
  private readonly renewing;
  /** The name under which all sockets were renewed last, and when. */
  private renewedAs: string;
  private renewedAt = performance.now();

  constructor(
    private readonly redis: RedisClient,
    private readonly max: number,
    private readonly nodes: Pick<RedisPresenceBoard, 'node' | 'dead'>,
    private readonly log: Logger,
  ) {
    this.local = new LocalSocketQuota(max);
    this.renewedAs = nodes.node;
    this.renewing = every(LOOK_EVERY_MS, 'renewing the count of sockets', () => this.look(), log);
  }

  async acquire(userId: string, socketId: string): Promise<boolean> {
    if (!(await this.local.acquire(userId, socketId))) return false;
    try {
      if (await this.count(userId, socketId)) return true;
      if ((await this.clearDead(userId)) && (await this.count(userId, socketId))) return true;
      this.local.release(userId, socketId);
      return false;
    } catch (error) {
      this.log.debug({ err: error }, 'sockets are counted on this node alone');
      return true;
    }
  }

  release(userId: string, socketId: string): void {
    this.local.release(userId, socketId);
    this.redis.zrem(keyOf(userId), this.entryOf(socketId)).catch((error: unknown) => {
      this.log.debug({ err: error }, 'a socket stays counted until its entry ends');
    });
  }

  stop(): Promise<void> {
    return this.renewing.stop();
  }

  private async count(userId: string, socketId: string): Promise<boolean> {
    const answer = await withDeadline('counting sockets', PATIENCE_MS, () =>
      this.redis.eval(ACQUIRE, 1, keyOf(userId), this.max, LIFETIME_MS, this.entryOf(socketId)),
    );
    return answer === 1;
  }

  /** Takes away what nodes have left that died. Answers whether there was any; no where that cannot be found out. */
  private async clearDead(userId: string): Promise<boolean> {
    try {
      return await withDeadline('looking for dead nodes', PATIENCE_MS, async () => {
        const all = await this.redis.zrangebyscore(keyOf(userId), '-inf', '+inf');
        const entries = all.filter((entry) => entry.includes('/'));
        const dead = new Set(await this.nodes.dead([...new Set(entries.map(nodeOf))]));
        const left = entries.filter((entry) => dead.has(nodeOf(entry)));
        return left.length > 0 && (await this.redis.zrem(keyOf(userId), ...left)) > 0;
      });
    } catch (error) {
      this.log.debug({ err: error }, 'whose sockets count no more could not be found out');
      return false;
    }
  }

  private entryOf(socketId: string): string {
    return `${this.nodes.node}/${socketId}`;
  }

  private async look(): Promise<void> {
    const { node } = this.nodes;
    const now = performance.now();
    if (node === this.renewedAs && now - this.renewedAt < RENEW_EVERY_MS) return;
    this.renewedAt = now;
    await this.renew();
    this.renewedAs = node;
  }

  private async renew(): Promise<void> {
    const members = [...this.local.entries()];
    for (let from = 0; from < members.length; from += BATCH) {
      await Promise.all(
        members
          .slice(from, from + BATCH)
          .map(([userId, ids]) =>
            this.redis.eval(RENEW, 1, keyOf(userId), LIFETIME_MS, ...[...ids].map((id) => this.entryOf(id))),
          ),
      );
    }
  }
}
