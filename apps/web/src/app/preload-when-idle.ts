import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { catchError, defer, EMPTY, type Observable, switchMap } from 'rxjs';

/** How long the first view has the line and the processor for itself, in milliseconds: a browser is idle too while the view waits for the server. */
const AFTER_MS = 2_000;

/**
 * Fetches the parts of the app that were not needed yet, a while after the first view came and once the browser has nothing else to do: they then open at once, and while the server is away.
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
      setTimeout(() => {
        if (window && 'requestIdleCallback' in window) window.requestIdleCallback(() => resolve());
        else resolve();
      }, AFTER_MS);
    });
  }
}
