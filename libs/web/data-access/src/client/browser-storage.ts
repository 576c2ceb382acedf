import { inject, Injectable, InjectionToken } from '@angular/core';

/** Where the browser keeps things beyond the page; null where it does not. */
export const LOCAL_STORAGE = new InjectionToken<Storage | null>('local storage', {
  providedIn: 'root',
  factory: () => {
    try {
      return globalThis.localStorage;
    } catch {
      // Reading the property alone throws where the person has forbidden storage.
      return null;
    }
  },
});

/** What every key begins with, so that nothing of somebody else's is touched. */
const PREFIX = 'parley.';

/**
 * Small values kept in the browser, as JSON. Storage may be full, forbidden or filled by an older version of the app: then nothing is kept, and
 * what cannot be read counts as absent. Nothing secret goes in here.
 */
@Injectable({ providedIn: 'root' })
export class BrowserStorage {
  private readonly storage = inject(LOCAL_STORAGE);

  read(key: string): unknown {
    try {
      const text = this.storage?.getItem(PREFIX + key);
      return text ? (JSON.parse(text) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }

  write(key: string, value: unknown): void {
    try {
      this.storage?.setItem(PREFIX + key, JSON.stringify(value));
    } catch {
      // Full or forbidden: it lives as long as the page.
    }
  }

  remove(key: string): void {
    this.storage?.removeItem(PREFIX + key);
  }

  /** Every key that begins so. */
  keys(start: string): string[] {
    const { storage } = this;
    if (!storage) return [];
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(PREFIX + start))
      .map((key) => key.slice(PREFIX.length));
  }
}
