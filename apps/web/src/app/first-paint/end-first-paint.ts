import { afterNextRender, DOCUMENT, effect, inject, Injector, untracked } from '@angular/core';
import { NavigationEnd, NavigationError, Router } from '@angular/router';
import { SessionStore } from '@parley/web-data-access';
import { first } from 'rxjs';

/**
 * Takes away what index.html has shown, in the moment in which the app shows something itself: a view, that the server is away, or that a part of the
 * app could not be fetched. Until then it covers the app. To be called where one can inject.
 */
export function endFirstPaint(): void {
  const [document, router, session, injector] = [
    inject(DOCUMENT),
    inject(Router),
    inject(SessionStore),
    inject(Injector),
  ];
  const shown = document.getElementById('first');
  if (!shown) return;
  const end = (): void => void afterNextRender({ write: () => shown.remove() }, { injector });
  router.events
    .pipe(first((event) => event instanceof NavigationEnd || event instanceof NavigationError))
    .subscribe({ next: end, error: () => undefined });
  effect(() => {
    if (session.problem()) untracked(end);
  });
}
