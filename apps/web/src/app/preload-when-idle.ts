import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { catchError, defer, EMPTY, type Observable, switchMap } from 'rxjs';

/** Where a browser cannot say that it is idle, it is taken to be so after this time, in milliseconds. */
const IDLE_AFTER_MS = 2_000;

/**
 * Fetches the parts of the app that were not needed yet once the browser has nothing else to do: they then open at once, and while the server is away.
 * Before that they would take the line and the processor from the first view. What cannot be fetched now, as the network is gone, is fetched when it is visited.
 */
@Injectable({ providedIn: 'root' })
export class PreloadWhenIdle implements PreloadingStrategy {
  private readonly window = inject(DOCUMENT).defaultView;

  preload(_: Route, load: () => Observable<unknown>): Observable<unknown> {
    return defer(() => this.idle()).pipe(
      switchMap(() => load()),
      catchError(() => EMPTY),
    );
  }

  private idle(): Promise<void> {
    const { window } = this;
    return new Promise((resolve) => {
      if (window && 'requestIdleCallback' in window) window.requestIdleCallback(() => resolve());
      else setTimeout(resolve, IDLE_AFTER_MS);
    });
  }
}
