import type { Loss } from './redis-process';
import { TestCluster } from './test-cluster';
import { TestSentinels } from './test-sentinels';

/** Redis servers of which one can be lost. */
export interface LastingRedis {
  /** As a gateway's REDIS_URL. */
  readonly url: string;
  /** How many masters there are. */
  readonly shards: number;
  /** Takes a master away; resolves when its replica has taken over. */
  failOver(how?: Loss, shard?: number): Promise<void>;
  /** Brings back what was taken away; resolves when it is a replica. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

/** What a system's gateways may have between them. */
export const REDIS_KINDS = ['single', 'sentinels', 'cluster'] as const;
export type RedisKind = (typeof REDIS_KINDS)[number];

/** @throws TypeError where it is none */
export function redisKind(text: string): RedisKind {
  const kind = REDIS_KINDS.find((each) => each === text);
  if (kind === undefined) throw new TypeError(`"${text}" is none of ${REDIS_KINDS.join(', ')}.`);
  return kind;
}

/** Starts servers for one system: a master, a replica and three Sentinels, or a Cluster of six. */
export function startLastingRedis(kind: Exclude<RedisKind, 'single'>): Promise<LastingRedis> {
  return kind === 'cluster' ? TestCluster.start() : TestSentinels.start();
}
