import { applyDecorators, UseFilters } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { Rpc, RpcService } from '@parley/contracts';
import type { RpcHandler } from './call';
import { KeepFailure } from './server/keep-failure';

/** The calls that `@Handle` was put on, by pattern. */
const declared = new Map<string, Rpc>();
/** The patterns that a class handles, by its prototype. */
const patternsByPrototype = new WeakMap<object, string[]>();

/**
 * Makes a controller's method the handler of a call. The method gets the parsed input and the call; what it throws as `ParleyError`
 * reaches the caller as it is, anything else is logged and becomes `unavailable`. A method whose types do not fit the contract does
 * not compile.
 */
export function Handle<R extends Rpc>(rpc: R) {
  return <H extends RpcHandler<R>>(
    prototype: object,
    method: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const other = declared.get(rpc.pattern);
    if (other !== undefined && other !== rpc) throw new Error(`Two calls share the pattern "${rpc.pattern}".`);
    declared.set(rpc.pattern, rpc);
    patternsByPrototype.set(prototype, [...(patternsByPrototype.get(prototype) ?? []), rpc.pattern]);
    Payload()(prototype, method, 0);
    Ctx()(prototype, method, 1);
    applyDecorators(MessagePattern(rpc.pattern), UseFilters(KeepFailure))(prototype, method, descriptor);
  };
}

/** The call behind a pattern that some controller handles. */
export function declaredRpc(pattern: string): Rpc | undefined {
  return declared.get(pattern);
}

/** The patterns that these controllers handle, sorted; one that is handled twice is there twice. */
export function handlersOf(...controllers: readonly { readonly prototype: object }[]): string[] {
  return controllers.flatMap(({ prototype }) => patternsByPrototype.get(prototype) ?? []).sort();
}

/** The patterns of a service's contract, sorted: what `handlersOf` its controllers must equal. */
export function patternsOf(service: RpcService): string[] {
  return Object.values(service)
    .map(({ pattern }) => pattern)
    .sort();
}
