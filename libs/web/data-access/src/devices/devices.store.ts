import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import type { ParleyError, Session } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';

interface State {
  sessions: readonly Session[] | null;
  problem: ParleyError | null;
}

/** Where one is signed in. */
export const DevicesStore = signalStore(
  withState<State>({ sessions: null, problem: null }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT) })),
  withMethods((store) => ({
    async load(): Promise<void> {
      patchState(store, { problem: null });
      try {
        const { items } = await store._client.rest.auth.listSessions({});
        patchState(store, { sessions: items });
      } catch (error) {
        patchState(store, { problem: asProblem(error) });
      }
    },

    /** Signs another device out. @throws ParleyError */
    async end(id: string): Promise<void> {
      await store._client.rest.auth.endSession({ params: { id } });
      patchState(store, { sessions: store.sessions()?.filter((session) => session.id !== id) ?? null });
    },
  })),
);
