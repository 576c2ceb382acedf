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
 * Small values kept in the browser, as JSON. Storage may be full, forbidden or filled by an older version of the app: then they live as long as the page,
 * the next page has what there was room for last (older words are worth more than none), and what cannot be read counts as absent. Nothing secret goes in
 * here.
 */
@Injectable({ providedIn: 'root' })
export class BrowserStorage {
  private readonly storage = inject(LOCAL_STORAGE);
  /** What could not be kept, with what is kept in its place. */
  private readonly unkept = new Map<string, { readonly text: string; readonly kept: string | null }>();

  read(key: string): unknown {
    try {
      const [text, unkept] = [this.kept(key), this.unkept.get(key)];
      // Where something else is kept by now, another tab has written it later.
      const newest = unkept?.kept === text ? unkept.text : text;
      return newest ? (JSON.parse(newest) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }

  write(key: string, value: unknown): void {
    const text = JSON.stringify(value);
    this.unkept.delete(key);
    try {
      if (this.storage) return this.storage.setItem(PREFIX + key, text);
    } catch {
      // Full or forbidden: it lives as long as the page.
    }
    this.unkept.set(key, { text, kept: this.kept(key) });
  }

  remove(key: string): void {
    this.unkept.delete(key);
    this.storage?.removeItem(PREFIX + key);
  }

  /** Every key that begins so. */
  keys(start: string): string[] {
    const { storage } = this;
    const kept = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
      .filter((key) => key.startsWith(PREFIX + start))
      .map((key) => key.slice(PREFIX.length));
    const unkept = [...this.unkept.keys()].filter((key) => key.startsWith(start));
    return [...new Set([...kept, ...unkept])];
  }

  private kept(key: string): string | null {
    return this.storage?.getItem(PREFIX + key) ?? null;
  }
}
