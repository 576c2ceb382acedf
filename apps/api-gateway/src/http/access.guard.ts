import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isApiKey, type RestRoute } from '@parley/contracts';
import { assertAllowed, Authenticator, type Identity } from '@parley/server-edge';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identify } from './call';
import { OPEN } from './open.decorator';
import { RouteLimits } from './route-limits';
import { ROUTE } from './route.decorator';

const BEARER = /^Bearer ([\w.~+/=-]{1,8192})$/i;

/**
 * Before every handler: who is calling, may they, and is it not too often. It hangs on the handler and not on the address, so that no spelling
 * of an address gets round it; a handler without a rule is closed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(RouteLimits) private readonly limits: RouteLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<RestRoute | undefined>(ROUTE, context.getHandler());
    if (route === undefined) return this.reflector.get<boolean | undefined>(OPEN, context.getHandler()) === true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const identity = await this.identityOf(request, route.access === 'public');
    assertAllowed(route.access, identity);
    if (identity !== null) identify(request, identity);
    await this.limits.take(route, request, http.getResponse<FastifyReply>(), identity);
    return true;
  }

  /** What everybody may call does not look at access tokens, which may be old ones, and is closed to keys. */
  private async identityOf(request: FastifyRequest, isPublic: boolean): Promise<Identity | null> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || (isPublic && !isApiKey(token))) return null;
    return this.authenticator.authenticate(token);
  }
}
