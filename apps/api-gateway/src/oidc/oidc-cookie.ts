import { BrowserCookie } from '../auth/browser-cookie';

/**
 * What a browser that is at the issuer is known by when it comes back. Strict, though it comes back from another site: that brings it to a page of ours,
 * and this page makes the call.
 */
export class OidcCookie extends BrowserCookie {
  constructor(origin: string) {
    super('parley_oidc', '/api/v1/auth/oidc', origin);
  }
}
