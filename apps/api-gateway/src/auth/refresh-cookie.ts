import type { IssuedGrant } from '@parley/contracts';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'parley_refresh';
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The cookie that carries a browser's refresh token: out of reach of scripts, sent to the calls of authentication alone and never from another site. */
export class RefreshCookie {
  private readonly options: CookieSerializeOptions;

  /** @param origin where browsers find Parley; only on plain http on this very machine does the cookie go without `Secure` */
  constructor(origin: string) {
    const { protocol, hostname } = new URL(origin);
    this.options = {
      httpOnly: true,
      sameSite: 'strict',
      secure: !(protocol === 'http:' && LOCAL.has(hostname)),
      path: '/api/v1/auth',
    };
  }

  read(request: FastifyRequest): string | undefined {
    const token = request.cookies[NAME];
    return token === '' ? undefined : token;
  }

  set(reply: FastifyReply, { refreshToken, refreshExpiresIn }: IssuedGrant): void {
    void reply.setCookie(NAME, refreshToken, { ...this.options, maxAge: refreshExpiresIn });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, this.options);
  }
}
