import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import { patchState, signalStore, withHooks, withMethods, withProps, withState } from '@ngrx/signals';
import * as z from 'zod';
import { BrowserStorage } from '../client/browser-storage';

const KEY = 'preferences';

/** What somebody set for this browser. What cannot be read is as if it were not set. */
const PreferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  contrast: z.enum(['system', 'more']).catch('system'),
  motion: z.enum(['system', 'less']).catch('system'),
  textSize: z.enum(['small', 'normal', 'large', 'largest']).catch('normal'),
  /** Of the conversations in their list. */
  density: z.enum(['roomy', 'compact']).catch('roomy'),
  /** A tag; null for the browser's own. */
  language: z.string().nullable().catch(null),
  /** New messages are told inside the page. */
  tellsInPage: z.boolean().catch(true),
  /** New messages are told by the system while no tab is looked at. */
  tellsOutside: z.boolean().catch(false),
  /** What was written is told too, not only by whom. */
  tellsText: z.boolean().catch(true),
});
export type Preferences = z.infer<typeof PreferencesSchema>;

const read = (stored: unknown): Preferences =>
  PreferencesSchema.catch(() => PreferencesSchema.parse({})).parse(stored ?? {});

/** How one likes Parley in this browser. All its tabs follow a change in one of them. */
export const PreferencesStore = signalStore(
  { providedIn: 'root' },
  withProps(() => ({ _storage: inject(BrowserStorage), _window: inject(DOCUMENT).defaultView })),
  withState(() => read(inject(BrowserStorage).read(KEY))),
  withMethods((store) => ({
    set(changes: Partial<Preferences>): void {
      patchState(store, changes);
      const { theme, contrast, motion, textSize, density, language } = store;
      const { tellsInPage, tellsOutside, tellsText } = store;
      store._storage.write(KEY, {
        ...{ theme: theme(), contrast: contrast(), motion: motion(), textSize: textSize() },
        ...{ density: density(), language: language() },
        ...{ tellsInPage: tellsInPage(), tellsOutside: tellsOutside(), tellsText: tellsText() },
      });
    },
  })),
  withHooks({
    onInit(store) {
      const stop = new AbortController();
      inject(DestroyRef).onDestroy(() => stop.abort());
      store._window?.addEventListener('storage', () => patchState(store, read(store._storage.read(KEY))), {
        signal: stop.signal,
      });
    },
  }),
);
