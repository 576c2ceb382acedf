import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { ParleyClient } from '@parley/client';
import { OutboxStorage } from './outbox-storage';

/** The SDK, at the origin that the page came from. The refresh token is a cookie that no script sees; the access token is held in memory alone. */
export const PARLEY_CLIENT = new InjectionToken<ParleyClient>('Parley client', {
  providedIn: 'root',
  factory: () =>
    new ParleyClient({
      origin: inject(DOCUMENT).location.origin,
      session: 'cookie',
      outboxStore: inject(OutboxStorage),
    }),
});
