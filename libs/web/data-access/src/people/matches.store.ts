import { inject } from '@angular/core';
import { signalStore, withHooks, withMethods, withProps } from '@ngrx/signals';
import type { Match } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { withPages } from './pages';

/** People with a mutual interest, best first. Kept while one looks at a person and comes back. */
export const MatchesStore = signalStore(
  { providedIn: 'root' },
  withPages<Match>(),
  withProps(() => ({ _client: inject(PARLEY_CLIENT) })),
  withMethods((store) => ({
    load(): Promise<void> {
      return store.start((cursor, signal) =>
        store._client.rest.users.matches({ query: { limit: '24', ...(cursor ? { cursor } : {}) } }, { signal }),
      );
    },
  })),
  withHooks({
    onInit(store) {
      store._client.session.state.subscribe(({ status }) => {
        if (status === 'signedOut' || status === 'ended') store.forget();
      });
    },
    onDestroy: (store) => store.stop(),
  }),
);
