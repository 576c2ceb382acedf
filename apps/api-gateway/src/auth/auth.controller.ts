import { Controller, Inject } from '@nestjs/common';
import { ParleyError, rest, type Grant, type IssuedGrant, type RouteInput } from '@parley/contracts';
import { SessionCommands, type Services } from '@parley/server-edge';
import type { Call, MemberCall } from '../http/call';
import { Clients } from '../http/clients';
import { Route } from '../http/route.decorator';
import { PUBLIC_ORIGIN, SERVICES } from '../tokens';
import { grantOf } from './issued';
import { RefreshCookie } from './refresh-cookie';
import { assertSameOrigin } from './same-origin';

/** Accounts and sessions. A browser's refresh token travels in a cookie, that of every other client in the body. */
@Controller()
export class AuthController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(SessionCommands) private readonly sessions: SessionCommands,
    @Inject(RefreshCookie) private readonly cookie: RefreshCookie,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(PUBLIC_ORIGIN) private readonly origin: string,
  ) {}

  @Route(rest.auth.register)
  async register({ body }: RouteInput<typeof rest.auth.register>, call: Call): Promise<Grant> {
    if (body.session === 'cookie') assertSameOrigin(call.request, this.origin);
    return this.grant(call, await this.services.users.register({ ...body, client: this.clients.of(call) }));
  }

  @Route(rest.auth.login)
  async login({ body }: RouteInput<typeof rest.auth.login>, call: Call): Promise<Grant> {
    if (body.session === 'cookie') assertSameOrigin(call.request, this.origin);
    return this.grant(call, await this.services.users.login({ ...body, client: this.clients.of(call) }));
  }

  @Route(rest.secondFactor.signIn)
  async loginByCode({ body }: RouteInput<typeof rest.secondFactor.signIn>, call: Call): Promise<Grant> {
    if (body.session === 'cookie') assertSameOrigin(call.request, this.origin);
    return this.grant(call, await this.services.users.loginByCode({ ...body, client: this.clients.of(call) }));
  }

  @Route(rest.auth.refresh)
  async refresh({ body }: RouteInput<typeof rest.auth.refresh>, call: Call): Promise<Grant> {
    if (body?.refreshToken !== undefined) return this.refreshBy(body.refreshToken, call);
    assertSameOrigin(call.request, this.origin);
    const refreshToken = this.cookie.read(call.request);
    if (refreshToken === undefined) throw new ParleyError('unauthenticated', 'There is no session to go on with.');
    try {
      return await this.refreshBy(refreshToken, call);
    } catch (error) {
      if (error instanceof ParleyError && error.code === 'unauthenticated') this.cookie.clear(call.reply);
      throw error;
    }
  }

  @Route(rest.auth.logout)
  async logout(_: unknown, { actor, reply }: MemberCall): Promise<null> {
    await this.sessions.logout(actor);
    this.cookie.clear(reply);
    return null;
  }

  @Route(rest.auth.listSessions)
  listSessions(_: unknown, { actor }: MemberCall) {
    return this.services.users.listSessions({}, { actor });
  }

  @Route(rest.auth.endSession)
  async endSession({ params }: RouteInput<typeof rest.auth.endSession>, { actor }: MemberCall): Promise<null> {
    await this.sessions.end(actor, params.id);
    return null;
  }

  private async refreshBy(refreshToken: string, call: Call): Promise<Grant> {
    return this.grant(call, await this.services.users.refresh({ refreshToken, client: this.clients.of(call) }));
  }

  private grant({ reply }: Call, issued: IssuedGrant): Grant {
    return grantOf(reply, this.cookie, issued);
  }
}
