import { DOCUMENT, inject, Injectable, InjectionToken } from '@angular/core';
import { type OidcAnswer, ParleyError, type OidcRedirect } from '@parley/contracts';
import { BrowserStorage } from '../client/browser-storage';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';
import { safeReturn } from './session.guard';

/** Leaves the app for another site. */
export const LEAVE_FOR = new InjectionToken<(url: string) => void>('leave for', {
  providedIn: 'root',
  factory: () => {
    const document = inject(DOCUMENT);
    return (url) => document.location.assign(url);
  },
});

/** What somebody was sent to the issuer for: to sign in and then go somewhere, or to connect the account. */
export interface Errand {
  readonly link: boolean;
  readonly returnTo: string;
}

/** Where the errand is kept meanwhile: the page that comes back is another one. */
const ERRAND = 'oidc';

/** Where it is kept what people know the issuer as. index.html reads it too. */
const ISSUER = 'issuer';

/** Signing in by an issuer, where one is configured: the way there and back. */
@Injectable({ providedIn: 'root' })
export class IssuerSignIn {
  private readonly client = inject(PARLEY_CLIENT);
  private readonly storage = inject(BrowserStorage);
  private readonly leaveFor = inject(LEAVE_FOR);

  /** What people know the issuer as; null where there is none, and where that was never found out. */
  async name(): Promise<string | null> {
    try {
      const { provider } = await this.client.rest.oidc.provider({});
      if (provider === null) this.storage.remove(ISSUER);
      else this.storage.write(ISSUER, provider.name);
      return provider?.name ?? null;
    } catch (error) {
      asProblem(error);
      return this.lastKnown();
    }
  }

  /** What people knew it as when this browser last asked: with it the page is at once as it will be, and nothing in it moves away from under a finger. */
  lastKnown(): string | null {
    const kept = this.storage.read(ISSUER);
    return typeof kept === 'string' ? kept : null;
  }

  /** Goes to the issuer to sign in. @param returnTo where to go in the app afterwards @throws ParleyError */
  async begin(returnTo: string): Promise<void> {
    this.leave(await this.client.rest.oidc.begin({}), { link: false, returnTo });
  }

  /** Goes to the issuer to connect the account. @throws ParleyError `validation_failed` at `password`, `conflict` where one is connected */
  async beginLink(password: string): Promise<void> {
    const redirect = await this.client.rest.oidc.beginLink({ body: { password } });
    this.leave(redirect, { link: true, returnTo: '/settings/account' });
  }

  /** What this browser was sent to the issuer for; it is told once. */
  takeErrand(): Errand {
    const kept = this.storage.read(ERRAND);
    this.storage.remove(ERRAND);
    const { link, returnTo }: Partial<Record<keyof Errand, unknown>> = typeof kept === 'object' && kept ? kept : {};
    return { link: link === true, returnTo: safeReturn(typeof returnTo === 'string' ? returnTo : undefined) };
  }

  /** @throws ParleyError `unauthenticated` where it has to begin anew, `conflict` where either account is connected already */
  async finishLink(answer: OidcAnswer): Promise<void> {
    await this.client.rest.oidc.finishLink({ body: answer });
  }

  private leave({ url }: OidcRedirect, errand: Errand): void {
    // Whatever the server was made to say: no script is an address to go to.
    if (!/^https?:\/\//i.test(url)) throw new ParleyError('unavailable', 'There is no address to sign in at.');
    this.storage.write(ERRAND, errand);
    this.leaveFor(url);
  }
}
