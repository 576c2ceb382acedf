import type { Rpc, RpcInput, RpcOutput } from '@parley/contracts';

/** The member on whose behalf a call is made. */
export interface Actor {
  readonly userId: string;
  readonly sessionId: string;
}

/** What a handler knows of the call besides its input. */
export interface RpcCall {
  readonly requestId: string;
  /** The name of the service that calls. */
  readonly caller: string;
  readonly actor: Actor | null;
  /** When the caller stops waiting, in epoch milliseconds of this machine's clock. */
  readonly deadline: number;
}

/** A call of a contract marked `caller: 'actor'`: there is always a member. */
export interface ActorCall extends RpcCall {
  readonly actor: Actor;
}

/** The call as the handler of `R` sees it. */
export type CallOf<R extends Rpc> = R['caller'] extends 'actor' ? ActorCall : RpcCall;

/** What answers `R`. */
export type RpcHandler<R extends Rpc> = (input: RpcInput<R>, call: CallOf<R>) => Promise<RpcOutput<R>>;
