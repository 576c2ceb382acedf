import { DOCUMENT, ErrorHandler, inject, InjectionToken } from '@angular/core';
import { memoryOutboxStore, ParleyClient, webOutboxStore, type OutboxStore } from '@parley/client';
import { AskedAhead } from './asked-ahead';
import { LOCAL_STORAGE } from './browser-storage';
import { ServerClock } from './server-clock';
import { tabsTakeTurns } from './tabs-take-turns';

/** Keeps unsent messages beyond the page, so that a reload loses none; where the browser keeps nothing, for as long as the page lives. */
export const OUTBOX_STORE = new InjectionToken<OutboxStore>('outbox store', {
  providedIn: 'root',
  factory: () => {
    const storage = inject(LOCAL_STORAGE);
    const window = inject(DOCUMENT).defaultView;
    if (!storage || !window) return memoryOutboxStore();
    // Without TLS a page has neither locks nor `randomUUID`.
    const tabId = Array.from(window.crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('');
    return webOutboxStore({ storage, tabId, locks: 'locks' in window.navigator ? window.navigator.locks : undefined });
  },
});

/** The SDK, at the origin that the page came from. The refresh token is a cookie that no script sees; the access token is held in memory alone. */
export const PARLEY_CLIENT = new InjectionToken<ParleyClient>('Parley client', {
  providedIn: 'root',
  factory: () => {
    const errors = inject(ErrorHandler);
    const { location, defaultView } = inject(DOCUMENT);
    const ahead = inject(AskedAhead);
    // Without TLS a page has no locks.
    const inTurn = tabsTakeTurns(
      defaultView && 'locks' in defaultView.navigator ? defaultView.navigator.locks : undefined,
    );
    return new ParleyClient({
      origin: location.origin,
      session: 'cookie',
      // The page has waited for its turn to ask already: to take its answer over needs none, and a turn takes long while a page begins.
      takeTurns: async (work) => ((await ahead.has('POST /api/v1/auth/refresh')) ? work() : inTurn(work)),
      fetch: inject(ServerClock).fetch,
      outboxStore: inject(OUTBOX_STORE),
      onDefect: (error) => errors.handleError(error),
    });
  },
});
