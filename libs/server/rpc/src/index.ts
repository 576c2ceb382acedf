export type { Actor, ActorCall, CallOf, RpcCall, RpcHandler } from './call';
export type { CallOptions } from './client/caller';
export { rpcClient, type ActorCallOptions, type RpcClient, type RpcClientOptions } from './client/rpc-client';
export { Handle, handlersOf, patternsOf } from './handle';
export { connectRpcServer, startRpcServer, type RpcServer, type RpcServerOptions } from './server/start-rpc-server';
