import { Controller, Module, type DynamicModule } from '@nestjs/common';
import { ParleyError, type Rpc, type RpcService } from '@parley/contracts';
import { Handle, startRpcServer, type RpcHandler } from '@parley/server-rpc';
import { testLog } from '../test-log';

/** Answers to some of a service's calls; the others are `unavailable`. */
export type StandInHandlers<S extends RpcService> = { readonly [N in keyof S]?: RpcHandler<S[N]> };

export interface StandInOptions {
  readonly secret: string;
  /** Told of each call by its pattern; the call is answered once this has resolved. */
  readonly onCall?: (pattern: string) => void | Promise<void>;
}

/** A service that stands in for a real one, behind the real transport. */
export interface StandInService {
  /** `host:port` */
  readonly address: string;
  close(): Promise<void>;
}

@Module({})
class StandInModule {}

/** Starts a service that answers a contract over TCP as the real one would: signed calls, checked input and output, errors. */
export async function standInService<S extends RpcService>(
  service: S,
  handlers: StandInHandlers<S>,
  { secret, onCall }: StandInOptions,
): Promise<StandInService> {
  @Controller()
  class StandIn {}
  for (const name of Object.keys(service)) addHandler(StandIn.prototype, service, handlers, name, onCall);
  const module: DynamicModule = { module: StandInModule, controllers: [StandIn] };
  const server = await startRpcServer(module, { host: '127.0.0.1', port: 0, secret, log: testLog() });
  return { address: `127.0.0.1:${server.port}`, close: () => server.close() };
}

function addHandler<S extends RpcService>(
  prototype: object,
  service: S,
  handlers: StandInHandlers<S>,
  name: keyof S & string,
  onCall: StandInOptions['onCall'],
): void {
  const rpc: Rpc = service[name] ?? raise(name);
  const value: RpcHandler<Rpc> = async (input, call) => {
    await onCall?.(rpc.pattern);
    const handler = (handlers[name] ?? raise(name)) as RpcHandler<Rpc>;
    return handler(input, call);
  };
  Object.defineProperty(prototype, name, { value });
  Handle(rpc)(prototype, name, { value });
}

function raise(name: string): never {
  throw new ParleyError('unavailable', `Nothing stands in for ${name}.`);
}
