import { Controller, Inject } from '@nestjs/common';
import {
  ParleyError,
  rest,
  type OidcGrant,
  type OidcProvider,
  type OidcRedirect,
  type RouteInput,
  type RpcOutput,
  type usersRpc,
} from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import { grantOf } from '../auth/issued';
import { RefreshCookie } from '../auth/refresh-cookie';
import { assertSameOrigin } from '../auth/same-origin';
import type { Call, MemberCall } from '../http/call';
import { Clients } from '../http/clients';
import { Route } from '../http/route.decorator';
import { PUBLIC_ORIGIN, SERVICES } from '../tokens';
import { OidcCookie } from './oidc-cookie';

const { oidc: routes } = rest;

/** Signing in by an issuer, and connecting one's account with one there. What the browser is known by when it comes back travels in a cookie of its own. */
@Controller()
export class OidcController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(OidcCookie) private readonly cookie: OidcCookie,
    @Inject(RefreshCookie) private readonly refreshCookie: RefreshCookie,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(PUBLIC_ORIGIN) private readonly origin: string,
  ) {}

  @Route(routes.provider)
  provider(): Promise<OidcProvider> {
    return this.services.users.oidcProvider({});
  }

  @Route(routes.begin)
  async begin(_: unknown, call: Call): Promise<OidcRedirect> {
    assertSameOrigin(call.request, this.origin);
    return this.begun(call, await this.services.users.beginOidc({}));
  }

  @Route(routes.finish)
  async finish({ body }: RouteInput<typeof routes.finish>, call: Call): Promise<OidcGrant> {
    assertSameOrigin(call.request, this.origin);
    const browser = this.take(call);
    const { isNew, ...issued } = await this.services.users.finishOidc({
      ...body,
      browser,
      client: this.clients.of(call),
    });
    return { ...grantOf(call.reply, this.refreshCookie, issued), isNew };
  }

  @Route(routes.beginLink)
  async beginLink({ body }: RouteInput<typeof routes.beginLink>, call: MemberCall): Promise<OidcRedirect> {
    const { actor } = call;
    return this.begun(
      call,
      await this.services.users.beginOidcLink({ ...body, client: this.clients.of(call) }, { actor }),
    );
  }

  @Route(routes.finishLink)
  async finishLink({ body }: RouteInput<typeof routes.finishLink>, call: MemberCall): Promise<null> {
    const browser = this.take(call);
    const { actor } = call;
    await this.services.users.finishOidcLink({ ...body, browser, client: this.clients.of(call) }, { actor });
    return null;
  }

  @Route(routes.unlink)
  async unlink({ body }: RouteInput<typeof routes.unlink>, call: MemberCall): Promise<null> {
    await this.services.users.unlinkOidc({ ...body, client: this.clients.of(call) }, { actor: call.actor });
    return null;
  }

  private begun({ reply }: Call, { url, expiresIn, browser }: RpcOutput<typeof usersRpc.beginOidc>): OidcRedirect {
    this.cookie.set(reply, browser, expiresIn);
    return { url, expiresIn };
  }

  /** It is good once, whatever comes of it. @throws ParleyError `unauthenticated` where this browser has begun nothing */
  private take({ request, reply }: Call): string {
    const browser = this.cookie.read(request);
    if (browser === undefined) throw new ParleyError('unauthenticated', 'This sign-in was not begun in this browser.');
    this.cookie.clear(reply);
    return browser;
  }
}
