import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A cookie that no script reads and no page of another site has sent along, for the calls below one path alone. */
export class BrowserCookie {
  private readonly options: CookieSerializeOptions;

  /** @param origin where browsers find Parley; only on plain http on this very machine does the cookie go without `Secure` */
  constructor(
    private readonly name: string,
    path: string,
    origin: string,
  ) {
    const { protocol, hostname } = new URL(origin);
    this.options = {
      httpOnly: true,
      sameSite: 'strict',
      secure: !(protocol === 'http:' && LOCAL.has(hostname)),
      path,
    };
  }

  read(request: FastifyRequest): string | undefined {
    const value = request.cookies[this.name];
    return value === '' ? undefined : value;
  }

  /** @param seconds how long the browser keeps it */
  set(reply: FastifyReply, value: string, seconds: number): void {
    void reply.setCookie(this.name, value, { ...this.options, maxAge: seconds });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}
