import { randomUUID } from 'node:crypto';
import type { RedisClient } from '@parley/server-redis';

/** KEYS: the nodes, by the time until which they live. ARGV: node, lease in milliseconds, 1 to begin. Answers whether the node lives, who lives, who died when. */
const HOLD = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held = redis.call('ZSCORE', KEYS[1], ARGV[1])
local lives = ARGV[3] == '1' or (held and tonumber(held) > now)
if lives then redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1]) end
return {
  lives and 1 or 0,
  redis.call('ZRANGEBYSCORE', KEYS[1], string.format('(%d', now), '+inf'),
  redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%d', now), 'WITHSCORES'),
}`;

export const NODES_KEY = 'parley:presence:nodes';

/** A node whose lease ran out. `lastAlive` in epoch milliseconds of Redis's clock. */
export interface DeadNode {
  readonly node: string;
  readonly lastAlive: number;
}

/** What a renewal found: whether this node has begun anew, whether nodes came or went, and who is dead. */
export interface Renewal {
  readonly isNew: boolean;
  readonly nodesChanged: boolean;
  readonly dead: readonly DeadNode[];
}

/**
 * This node's place among those that live: one entry with an end, put off every few seconds, however many members are here. A node that comes back after
 * its lease ran out (paused, or cut off) has a new name: what it said under the old one is being cleared away.
 */
export class NodeLease {
  private name = randomUUID() as string;
  private hasBegun = false;
  private living = new Set<string>();
  /** Until when this node may take what it knows of leases for true, by its own monotonic clock. */
  private knownUntil = -Infinity;
  private renewing: Promise<Renewal> | undefined;

  constructor(
    private readonly redis: RedisClient,
    private readonly leaseMs: number,
  ) {}

  get node(): string {
    return this.name;
  }

  /** Whether this node, as far as it knows, counts as alive for the others. */
  get isHeld(): boolean {
    return this.hasBegun && performance.now() < this.knownUntil;
  }

  isAlive(node: string): boolean {
    return this.living.has(node) && performance.now() < this.knownUntil;
  }

  /** Puts the end off; calls at the same time are one. */
  renew(): Promise<Renewal> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  /** Forgets who lives, where that was not confirmed in time. Answers whether there was anything to forget. */
  expire(): boolean {
    if (this.living.size === 0 || performance.now() < this.knownUntil) return false;
    this.living = new Set();
    return true;
  }

  private async renewOnce(): Promise<Renewal> {
    let answer = await this.hold(!this.hasBegun);
    const isNew = !this.hasBegun || !answer.lives;
    if (!answer.lives) {
      this.name = randomUUID();
      answer = await this.hold(true);
    }
    this.hasBegun = true;
    const before = this.living;
    this.living = new Set(answer.living);
    const nodesChanged = before.size !== this.living.size || answer.living.some((node) => !before.has(node));
    this.knownUntil = answer.askedAt + this.leaseMs;
    return { isNew, nodesChanged, dead: answer.dead };
  }

  private async hold(begin: boolean) {
    const askedAt = performance.now();
    const answer = await this.redis.eval(HOLD, 1, NODES_KEY, this.name, this.leaseMs, begin ? 1 : 0);
    const [lives, living, died] = answer as [number, string[], string[]];
    const dead: DeadNode[] = [];
    for (let i = 0; i + 1 < died.length; i += 2) {
      dead.push({ node: died[i] ?? '', lastAlive: Number(died[i + 1]) - this.leaseMs });
    }
    return { askedAt, lives: lives === 1, living, dead };
  }
}
