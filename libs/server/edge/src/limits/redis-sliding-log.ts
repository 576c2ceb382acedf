import { createHash } from 'node:crypto';
import type { RedisClient } from '@parley/server-redis';
import { z } from 'zod';
import type { Limit, Verdict } from './limit';

/**
 * The sliding log of one key, in one step on Redis and by Redis's clock: a list of the times of those allowed, newest first.
 * KEYS: the log. ARGV: max, window in milliseconds. Answers: allowed (1 or 0), remaining, milliseconds until there is room again.
 */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local max, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local oldest = tonumber(redis.call('LINDEX', KEYS[1], -1) or nil)
while oldest and now - oldest >= window do
  redis.call('RPOP', KEYS[1])
  oldest = tonumber(redis.call('LINDEX', KEYS[1], -1) or nil)
end
local count = redis.call('LLEN', KEYS[1])
local reset = window - (now - (oldest or now))
if count >= max then return {0, 0, reset} end
redis.call('LPUSH', KEYS[1], now)
redis.call('PEXPIRE', KEYS[1], window)
return {1, max - count - 1, reset}`;
const SCRIPT_SHA = createHash('sha1').update(SCRIPT).digest('hex');

const AnswerSchema = z.tuple([z.int(), z.int(), z.number()]);

/** The count that all gateways share. */
export interface SharedLog {
  /** Rejects when there is no answer in time. */
  take(limit: Limit, key: string): Promise<Verdict>;
}

export class RedisSlidingLog implements SharedLog {
  /** @param redis a connection whose commands fail, rather than wait, while Redis is away */
  constructor(private readonly redis: RedisClient) {}

  async take(limit: Limit, key: string): Promise<Verdict> {
    const [allowed, remaining, resetMs] = AnswerSchema.parse(await this.run(`parley:limit:${key}`, limit));
    return { allowed: allowed === 1, remaining, resetMs };
  }

  /** Names the script by its hash; a Redis that was restarted gets the whole of it once. */
  private async run(key: string, { max, windowMs }: Limit): Promise<unknown> {
    try {
      return await this.redis.evalsha(SCRIPT_SHA, 1, key, max, windowMs);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return await this.redis.eval(SCRIPT, 1, key, max, windowMs);
    }
  }
}
