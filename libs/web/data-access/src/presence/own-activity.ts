import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { PARLEY_CLIENT } from '../client/parley-client';

/** What shows that somebody is at the device. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'visibilitychange'];
/** Said no oftener than this, in milliseconds. */
const EVERY_MS = 1_000;

/** Tells the SDK that this page is in use, so that others see its owner as away when nobody has been at it for a while. */
@Injectable({ providedIn: 'root' })
export class OwnActivity {
  private readonly client = inject(PARLEY_CLIENT);
  private readonly document = inject(DOCUMENT);
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor() {
    const stop = new AbortController();
    for (const sign of SIGNS)
      this.document.addEventListener(sign, () => this.used(), { signal: stop.signal, passive: true, capture: true });
    inject(DestroyRef).onDestroy(() => stop.abort());
    this.used();
  }

  private used(): void {
    const now = Date.now();
    // A clock that was put back must not silence this for as long.
    if (this.document.visibilityState !== 'visible' || Math.abs(now - this.saidAt) < EVERY_MS) return;
    this.saidAt = now;
    this.client.presence.used();
  }
}
