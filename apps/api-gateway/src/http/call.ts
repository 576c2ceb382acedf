import type { Access } from '@parley/contracts';
import type { Identity } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request, as a handler sees it beside its checked input. */
export interface Call {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly identity: Identity | null;
}

/** A request of somebody who is signed in. */
export interface MemberCall extends Call {
  readonly identity: Identity;
  /** Who it is, for calls of services. */
  readonly actor: Actor;
}

/** The call as the handler of a route sees it: where the route is not public there is always somebody. */
export type CallOf<A extends Access> = A extends 'public' ? Call : MemberCall;

const identities = new WeakMap<FastifyRequest, Identity>();

/** Keeps who a request comes from, once the guard knows. */
export function identify(request: FastifyRequest, identity: Identity): void {
  identities.set(request, identity);
}

export function callOf(request: FastifyRequest, reply: FastifyReply): Call | MemberCall {
  const identity = identities.get(request);
  if (identity === undefined) return { request, reply, identity: null };
  const { userId, sessionId } = identity;
  return { request, reply, identity, actor: { userId, sessionId } };
}
