import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, type GuardResult, Router } from '@angular/router';
import { SessionStore } from './session.store';

/** Lets in who is signed in. Everyone else signs in first and then comes back to where they wanted to go. */
export const signedIn: CanActivateFn = async (_, { url }): Promise<GuardResult> => {
  const [session, router] = [inject(SessionStore), inject(Router)];
  await session.settled();
  switch (session.status()) {
    case 'signedIn':
      return true;
    case 'ended':
      return router.createUrlTree(['/ended'], { queryParams: returnTo(url) });
    default:
      return router.createUrlTree(['/login'], { queryParams: returnTo(url) });
  }
};

/** Lets in who is not signed in: there is nothing to do here for anybody else. */
export const signedOut: CanActivateFn = async (): Promise<GuardResult> => {
  const [session, router] = [inject(SessionStore), inject(Router)];
  await session.settled();
  return session.status() === 'signedIn' ? router.createUrlTree(['/']) : true;
};

/** Begins to fetch a view as soon as its address is known, while it is still being found out who is signed in and may see it. For `canMatch`; matches always. */
export function meanwhile(load: () => Promise<unknown>): CanMatchFn {
  return () => {
    // Where it cannot be fetched, the router finds out when it needs it.
    load().catch(() => undefined);
    return true;
  };
}

/** Lets everybody in, once it is known who it is: until then the app shows nothing. */
export const anybody: CanActivateFn = async (): Promise<GuardResult> => {
  await inject(SessionStore).settled();
  return true;
};

/** The query that brings somebody back; none for the start page, where signing in leads anyway. */
export function returnTo(url: string): { returnTo?: string } {
  return url === '/' || url === '/rooms' ? {} : { returnTo: url };
}

/** Where to go after signing in: a page of this app and nowhere else, whatever the address bar was made to say. */
export function safeReturn(returnTo: string | undefined): string {
  return returnTo !== undefined && /^\/(?![/\\])/.test(returnTo) ? returnTo : '/rooms';
}
