import { DOCUMENT, inject, Injectable } from '@angular/core';

/** How long a claim is held, in milliseconds: longer than the slowest tab needs to hear of the same message. */
const HELD_MS = 30_000;

/**
 * One tab of all that this browser has open does something, the others leave it: who first takes the lock of that name. A browser without locks
 * has every tab do it.
 */
@Injectable({ providedIn: 'root' })
export class Claims {
  private readonly locks = inject(DOCUMENT).defaultView?.navigator.locks;

  /** Answers whether this tab is the one. */
  take(name: string): Promise<boolean> {
    const { locks } = this;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const held = locks.request(`parley.${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise((release) => setTimeout(release, HELD_MS));
      });
      // A page that is going away is given no lock.
      held.catch(() => resolve(false));
    });
  }
}
