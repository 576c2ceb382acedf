import type { Rpc, RpcOutput, RpcRequest, RpcService } from '@parley/contracts';
import { parseAddress, withDeadline, type Address, type Logger } from '@parley/server-runtime';
import type { Registry } from 'prom-client';
import type { Actor } from '../call';
import { callTimer } from '../metrics';
import { Signer } from '../wire/signer';
import { Caller, type CallOptions } from './caller';
import { InstancePool } from './instance-pool';
import type { Lookup } from './resolver';

export interface RpcClientOptions {
  /** Where the service's instances are: a list, or `host:port,host:port`. Names are looked up again every few seconds. */
  readonly addresses: readonly Address[] | string;
  /** What services sign their calls with. */
  readonly secret: string;
  /** The name of this process. */
  readonly caller: string;
  readonly log: Logger;
  readonly metrics?: Registry;
  /** How long a call waits at most unless told otherwise, in milliseconds; 3,000 by default. */
  readonly deadlineMs?: number;
  /** Calls that may wait at once, 10,000 by default; one more is `unavailable`. */
  readonly maxInFlight?: number;
  /**
   * For this long after it last answered, a service that can't be reached is taken to be restarting, and calls wait for it within their
   * deadline; later they fail at once. 2,000 by default, in milliseconds.
   */
  readonly restartGraceMs?: number;
  /** How names are looked up; the system's way by default. */
  readonly lookup?: Lookup;
  readonly lookupEveryMs?: number;
}

/** A call for a member has to name the member. */
export interface ActorCallOptions extends CallOptions {
  readonly actor: Actor;
}

type RpcMethod<R extends Rpc> = R['caller'] extends 'actor'
  ? (input: RpcRequest<R>, options: ActorCallOptions) => Promise<RpcOutput<R>>
  : (input: RpcRequest<R>, options?: CallOptions) => Promise<RpcOutput<R>>;

type RpcMethods<S extends RpcService> = { readonly [Name in keyof S]: RpcMethod<S[Name]> };

/** The calls of a service as methods; all they throw is `ParleyError`. */
export type RpcClient<S extends RpcService> = RpcMethods<S> & {
  /** Cuts all connections; calls that wait end as `unavailable`. */
  close(): Promise<void>;
  /** Resolves when at least one instance answers; rejects otherwise, after a few seconds at most. For readiness checks. */
  check(): Promise<void>;
};

const CHECK_MS = 1_800;

/** A client for a service. It connects when it is first used, and spreads its calls over all instances. */
export function rpcClient<S extends RpcService>(service: S, options: RpcClientOptions): RpcClient<S> {
  const { secret, caller, log, metrics, lookup, lookupEveryMs } = options;
  const pool = new InstancePool({
    addresses: typeof options.addresses === 'string' ? parseAddresses(options.addresses) : options.addresses,
    signer: new Signer(secret),
    log,
    ...(lookup === undefined ? {} : { lookup }),
    ...(lookupEveryMs === undefined ? {} : { lookupEveryMs }),
  });
  const calls = new Caller({
    ...{ pool, caller, log },
    timer: callTimer('client', metrics),
    deadlineMs: options.deadlineMs ?? 3_000,
    maxInFlight: options.maxInFlight ?? 10_000,
    restartGraceMs: options.restartGraceMs ?? 2_000,
  });
  const methods: Record<string, (input: unknown, callOptions?: CallOptions) => Promise<unknown>> = {};
  for (const [name, rpc] of Object.entries(service)) {
    // The service holds its answers against the contract in its tests, so they are taken at their word here.
    methods[name] = async (input, callOptions = {}) => {
      const output: unknown = JSON.parse(await calls.call(rpc, input, callOptions));
      return output;
    };
  }
  return {
    ...(methods as RpcMethods<S>),
    close: () => {
      pool.close();
      return Promise.resolve();
    },
    check: () =>
      withDeadline('finding an instance that answers', CHECK_MS, async () => {
        if (!pool.isReady) await pool.refresh();
        await Promise.any(pool.instances.map((instance) => instance.check()));
      }),
  };
}

function parseAddresses(text: string): Address[] {
  return text.split(',').map((item) => {
    const address = parseAddress(item);
    if (address === undefined) throw new Error(`"${item.trim()}" is no address such as users:4001.`);
    return address;
  });
}
