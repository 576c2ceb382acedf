import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** How often "5 minutes ago" is looked at again, in milliseconds. */
const TICK_MS = 30_000;

/** The present moment as a signal, in milliseconds of the epoch: moved on every half minute while the page is seen, and at once when it is seen again. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly current = signal(Date.now());
  private readonly offset = signal(0);
  readonly now = computed(() => this.current() + this.offset());

  constructor() {
    const document = inject(DOCUMENT);
    const tick = (): void => {
      if (document.visibilityState === 'visible') this.current.set(Date.now());
    };
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', tick);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    });
  }

  /** This machine's clock is off: what is to be added to it, in milliseconds. */
  correct(offsetMs: number): void {
    this.offset.set(offsetMs);
  }
}
