import { parseAddress, type Address } from '@parley/server-runtime';
import { z } from 'zod';

/** Who asks, how a password is proven and whether the way is encrypted. */
interface Access {
  readonly username?: string;
  readonly password?: string;
  readonly tls: boolean;
}

/** Which Redis is meant: one server, the master that Sentinels name, or a Cluster. */
export type RedisTarget =
  | { readonly kind: 'single'; readonly url: string }
  | ({
      readonly kind: 'sentinel';
      readonly nodes: readonly Address[];
      /** What the Sentinels call the master. */
      readonly name: string;
      readonly sentinelPassword?: string;
    } & Access)
  | ({ readonly kind: 'cluster'; readonly nodes: readonly Address[] } & Access);

const MANY =
  /^(?<tls>redis|rediss)\+(?<kind>sentinel|cluster):\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<nodes>[^@/?#]+)(?:\/(?<name>[A-Za-z0-9._-]*))?(?:\?sentinelPassword=(?<sentinelPassword>[^&#]+))?$/;

/**
 * Reads where Redis is: `redis://:password@host:6379` for one server, `redis+sentinel://:password@host:26379,host:26379/name` for the master that
 * Sentinels name, `redis+cluster://:password@host:6379,host:6379` for a Cluster, of which some nodes are enough. With `rediss` the way is encrypted.
 * A Sentinel's own password, where it has one, follows as `?sentinelPassword=`. Undefined for what is none of these.
 */
export function readRedisUrl(text: string): RedisTarget | undefined {
  if (/^rediss?:\/\//.test(text)) return URL.canParse(text) ? { kind: 'single', url: text } : undefined;
  const found = MANY.exec(text)?.groups;
  if (found === undefined) return undefined;
  const nodes = (found['nodes'] ?? '').split(',').map(parseAddress);
  const access = {
    ...optional('username', found['user']),
    ...optional('password', found['password']),
    tls: found['tls'] === 'rediss',
  };
  const { name = '', sentinelPassword } = found;
  if (!nodes.every((node) => node !== undefined)) return undefined;
  if (found['kind'] === 'sentinel') {
    return name === ''
      ? undefined
      : { kind: 'sentinel', nodes, name, ...access, ...optional('sentinelPassword', sentinelPassword) };
  }
  return name === '' && sentinelPassword === undefined ? { kind: 'cluster', nodes, ...access } : undefined;
}

/** The URL of a Redis in a process's configuration. */
export function redisUrl() {
  return z
    .string()
    .refine(
      (text) => readRedisUrl(text) !== undefined,
      'must be redis://host:port, redis+sentinel://host:port,host:port/name or redis+cluster://host:port,host:port, with a password as in redis://:password@host:port',
    );
}

function optional<N extends string>(name: N, text: string | undefined): { readonly [_ in N]?: string } {
  if (text === undefined || text === '') return {};
  return { [name]: decoded(text) } as { readonly [_ in N]?: string };
}

/** What is no escape is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
