import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withHooks, withMethods, withProps, withState } from '@ngrx/signals';
import type { PublicProfile } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { withPages } from './pages';

/** What to look for: words of a name, a skill that is taught, one that is wanted. Empty ones do not count. */
export interface PeopleQuery {
  readonly query: string;
  readonly teaches: string;
  readonly learns: string;
}

const isEmpty = ({ query, teaches, learns }: PeopleQuery): boolean => !query && !teaches && !learns;

/** People found by name and by skills. */
export const PeopleSearchStore = signalStore(
  withState<{ asked: PeopleQuery }>({ asked: { query: '', teaches: '', learns: '' } }),
  withPages<PublicProfile>(),
  withProps(() => ({ _client: inject(PARLEY_CLIENT) })),
  withComputed(({ asked }) => ({ isSearching: computed(() => !isEmpty(asked())) })),
  withMethods((store) => ({
    async search(asked: PeopleQuery): Promise<void> {
      patchState(store, { asked });
      if (isEmpty(asked)) {
        store.forget();
        return;
      }
      const wanted = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
      await store.start((cursor, signal) =>
        store._client.rest.users.search(
          { query: { limit: '24', ...wanted, ...(cursor ? { cursor } : {}) } },
          { signal },
        ),
      );
    },
  })),
  withHooks({ onDestroy: (store) => store.stop() }),
);
