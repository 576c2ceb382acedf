import { BrowserCookie } from './browser-cookie';

/** The cookie that carries a browser's refresh token: out of reach of scripts, sent to the calls of authentication alone and never from another site. */
export class RefreshCookie extends BrowserCookie {
  constructor(origin: string) {
    super('parley_refresh', '/api/v1/auth', origin);
  }
}
