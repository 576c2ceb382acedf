import { computed } from '@angular/core';
import { patchState, signalStoreFeature, type, withComputed, withMethods, withProps, withState } from '@ngrx/signals';
import type { ParleyError } from '@parley/contracts';
import { asProblem } from '../problem';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

const MORE = 'more';
type Which = typeof MORE | 'first';

interface PagesState<T> {
  items: readonly T[];
  loaded: boolean;
  loading: boolean;
  problem: ParleyError | null;
  /** The page that there is a problem with; null where there is none. */
  failed: Which | null;
  nextCursor: string | null;
}

const NOTHING: PagesState<never> = {
  items: [],
  loaded: false,
  loading: false,
  problem: null,
  failed: null,
  nextCursor: null,
};

/** Fetches the page after a cursor; the first one without. */
export type FetchPage<T> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

/**
 * A list that comes in pages. A new `start` ends what is still under way of the one before, so that answers that overtake each other never mix.
 */
export function withPages<T>() {
  return signalStoreFeature(
    { state: type<object>() },
    withState<PagesState<T>>(NOTHING),
    withProps(() => ({ _run: { abort: new AbortController(), fetch: null as FetchPage<T> | null } })),
    withComputed(({ nextCursor }) => ({ hasMore: computed(() => nextCursor() !== null) })),
    withMethods((store) => {
      const load = async (which: Which): Promise<void> => {
        const { fetch, abort } = store._run;
        if (!fetch) return;
        patchState(store, { loading: true, problem: null, failed: null });
        try {
          const cursor = which === MORE ? (store.nextCursor() ?? undefined) : undefined;
          const page = await fetch(cursor, abort.signal);
          if (abort.signal.aborted) return;
          const items = which === MORE ? [...store.items(), ...page.items] : page.items;
          patchState(store, { items, loaded: true, loading: false, nextCursor: page.nextCursor });
        } catch (error) {
          if (abort.signal.aborted) return;
          patchState(store, { loading: false, problem: asProblem(error), failed: which });
        }
      };
      return {
        async start(fetch: FetchPage<T>): Promise<void> {
          store._run.abort.abort();
          store._run.abort = new AbortController();
          store._run.fetch = fetch;
          await load('first');
        },
        async loadMore(): Promise<void> {
          // Where the first page is missing, what is there is of another question, and so is its cursor.
          if (store.hasMore() && !store.loading() && store.failed() !== 'first') await load(MORE);
        },
        /** Loads again what could not be loaded. */
        async retry(): Promise<void> {
          await load(store.failed() ?? 'first');
        },
        take(items: readonly T[]): void {
          patchState(store, { items });
        },
        stop(): void {
          store._run.abort.abort();
        },
        forget(): void {
          store._run.abort.abort();
          patchState(store, NOTHING);
        },
      };
    }),
  );
}
