import { Location } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';

/** The token that the link of a mail has brought, until it is used. It is held in memory and nowhere else. */
@Injectable({ providedIn: 'root' })
export class MailToken {
  private readonly current = signal<string | null>(null);
  readonly held = this.current.asReadonly();

  hold(token: string): void {
    this.current.set(token);
  }

  drop(): void {
    this.current.set(null);
  }
}

/** Takes the token out of the address before anything else is done: neither the address bar nor the history keeps it. */
export const takesToken: CanActivateFn = (route) => {
  const token = new URLSearchParams(route.fragment ?? '').get('token');
  if (!token) return true;
  const [router, location] = [inject(Router), inject(Location)];
  const bare = router.createUrlTree(['/', ...route.url.map(({ path }) => path)]);
  inject(MailToken).hold(token);
  // At once, as the redirection has to wait for the server to say who is signed in here; it then finds its own address and adds nothing to the history.
  location.replaceState(router.serializeUrl(bare));
  return bare;
};

/** Leads whoever has no token to where one is to be had. */
export const hasToken: CanActivateFn = () =>
  inject(MailToken).held() !== null || inject(Router).createUrlTree(['/forgot-password']);
