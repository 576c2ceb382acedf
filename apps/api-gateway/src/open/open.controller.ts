import { Controller, Header, Inject, Res } from '@nestjs/common';
import { apiPrefix } from '@parley/contracts';
import { SigningKeys, type PublicKeySet } from '@parley/server-edge';
import { Readiness } from '@parley/server-runtime';
import type { FastifyReply } from 'fastify';
import { Open } from '../http/open.decorator';
import { PUBLIC_ORIGIN } from '../tokens';
import { openApi } from './openapi';

/** What answers everybody: whether the process lives and works, the keys that verify access tokens, and what can be called how. */
@Controller()
export class OpenController {
  private readonly description;

  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(SigningKeys) private readonly keys: SigningKeys,
    @Inject(PUBLIC_ORIGIN) origin: string,
  ) {
    this.description = openApi(origin);
  }

  @Open('/health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while something it needs is missing, and while it drains. What that is, operators see on the port of their own. */
  @Open('/health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const { ready } = await this.readiness.report();
    if (ready) return { status: 'ok' };
    void reply.status(503);
    return { status: 'unavailable' };
  }

  @Open(`${apiPrefix}/openapi.json`)
  @Header('cache-control', 'public, max-age=300')
  openApi(): object {
    return this.description;
  }

  @Open('/.well-known/jwks.json')
  @Header('cache-control', 'public, max-age=300')
  jwks(): Promise<PublicKeySet> {
    return this.keys.published();
  }
}
