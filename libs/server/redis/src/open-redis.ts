import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisTarget } from './redis-url';

/** A client of one server, of the master that Sentinels name, or of a Cluster. */
export type RedisClient = Redis | Cluster;

/** What holds for the connection, whatever it leads to. */
export type OpenOptions = Pick<
  RedisOptions,
  | 'autoResendUnfulfilledCommands'
  | 'autoResubscribe'
  | 'commandTimeout'
  | 'connectionName'
  | 'connectTimeout'
  | 'disconnectTimeout'
  | 'enableAutoPipelining'
  | 'enableOfflineQueue'
  | 'lazyConnect'
  | 'maxRetriesPerRequest'
  | 'retryStrategy'
>;

/** The one place where a client of Redis is made. */
export function openRedis(target: RedisTarget, options: OpenOptions): RedisClient {
  switch (target.kind) {
    case 'single':
      return new Redis(target.url, options);
    case 'sentinel':
      return openSentinel(target, options);
    case 'cluster':
      return openCluster(target, options);
  }
}

/** What one node of a Cluster is opened with besides its address. */
export function accessOf({
  username,
  password,
  tls,
}: Exclude<RedisTarget, { kind: 'single' }>): Pick<RedisOptions, 'username' | 'password' | 'tls'> {
  return {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  };
}

function openSentinel(target: Extract<RedisTarget, { kind: 'sentinel' }>, options: OpenOptions): Redis {
  const { nodes, name, sentinelPassword, tls } = target;
  return new Redis({
    ...options,
    ...accessOf(target),
    ...{ sentinels: nodes.map((node) => ({ ...node })), name, role: 'master' },
    ...(sentinelPassword === undefined ? {} : { sentinelPassword }),
    ...(tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
    // Told by the Sentinels of a new master: one that was cut off from them, and not from us, would be written to for ever.
    failoverDetector: true,
    ...(options.commandTimeout === undefined ? {} : { sentinelCommandTimeout: options.commandTimeout }),
    sentinelRetryStrategy: (attempt) => options.retryStrategy?.(attempt) ?? null,
  });
}

function openCluster(target: Extract<RedisTarget, { kind: 'cluster' }>, options: OpenOptions): Cluster {
  const { retryStrategy, lazyConnect = false, enableOfflineQueue = true, ...redisOptions } = options;
  return new Cluster(
    target.nodes.map((node) => ({ ...node })),
    {
      ...{ lazyConnect, enableOfflineQueue },
      // Encrypted, a node is asked for by the name in its certificate.
      ...(target.tls ? { dnsLookup: (address, answer) => answer(null, address) } : {}),
      clusterRetryStrategy: (attempt) => retryStrategy?.(attempt) ?? null,
      // A pipeline of which some commands have to go elsewhere is not sent on: each command by itself is.
      enableAutoPipelining: false,
      redisOptions: { ...redisOptions, ...accessOf(target), enableAutoPipelining: false },
    },
  );
}
