import { Location } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import type { OidcAnswer } from '@parley/contracts';

/** What the address brought back from the issuer: an answer, or why there is none. */
export type Brought = { readonly answer: OidcAnswer } | { readonly refusal: string };

/** Keeps it until it is used, in memory and nowhere else. */
@Injectable({ providedIn: 'root' })
export class IssuerAnswer {
  private held: Brought | null = null;

  hold(brought: Brought): void {
    this.held = brought;
  }

  take(): Brought | null {
    const { held } = this;
    this.held = null;
    return held;
  }
}

/** Takes the answer out of the address before anything else is done: neither the address bar nor the history keeps it. */
export const takesAnswer: CanActivateFn = ({ queryParams }) => {
  const { code, state, iss, error } = queryParams as Record<string, unknown>;
  if (code === undefined && error === undefined) return true;
  const [router, location] = [inject(Router), inject(Location)];
  const refusal = typeof error === 'string' ? error : 'invalid_request';
  // A name that stands there twice is a list. Whether the rest is as the contract has it the server says; its schemas are not for the first view.
  const isWhole = typeof code === 'string' && typeof state === 'string' && state.length === 43;
  const named = typeof iss === 'string' ? { iss } : {};
  inject(IssuerAnswer).hold(isWhole && error === undefined ? { answer: { code, state, ...named } } : { refusal });
  const bare = router.createUrlTree(['/login', 'oidc']);
  // At once, as the redirection has to wait for the server to say who is signed in here.
  location.replaceState(router.serializeUrl(bare));
  return bare;
};
