import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withProps, withState } from '@ngrx/signals';
import type { ParleyError, PublicProfile } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';
import { SessionStore } from '../session/session.store';
import { BlocksStore } from './blocks.store';
import { exchangeOf } from './exchange';

interface State {
  userId: string;
  loadedProfile: PublicProfile | null;
  problem: ParleyError | null;
}

/** Somebody's profile, and what it means to the person who reads it. */
export const ProfileStore = signalStore(
  withState<State>({ userId: '', loadedProfile: null, problem: null }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _session: inject(SessionStore), _blocks: inject(BlocksStore) })),
  withComputed(({ userId, loadedProfile, _session, _blocks }) => ({
    isMe: computed(() => userId() !== '' && userId() === _session.userId()),
    /** Who they are, where one has blocked them: their profile itself is then not to be had. */
    blocked: computed(() => _blocks.byId().get(userId()) ?? null),
    profile: computed(() => (userId() === _session.userId() ? _session.user() : loadedProfile())),
  })),
  withComputed(({ profile, _session }) => ({
    /** What the two have to give each other; null on one's own profile. */
    exchange: computed(() => {
      const [me, them] = [_session.user(), profile()];
      return me && them && me.id !== them.id ? exchangeOf(me, them) : null;
    }),
  })),
  withMethods((store) => {
    const load = async (userId: string): Promise<void> => {
      const isAnother = userId !== store.userId();
      patchState(store, { userId, problem: null, ...(isAnother ? { loadedProfile: null } : {}) });
      if (userId === '' || store.isMe()) return;
      try {
        const profile = await store._client.rest.users.profile({ params: { id: userId } });
        if (store.userId() === userId) patchState(store, { loadedProfile: profile });
      } catch (error) {
        const problem = asProblem(error);
        if (store.userId() === userId) patchState(store, { problem });
      }
    };
    return {
      /** Shows another person; nobody for an empty id. */
      load,
      reload: (): Promise<void> => load(store.userId()),
      /** @throws ParleyError */
      async block(): Promise<void> {
        const profile = store.profile();
        if (profile) await store._blocks.block(profile);
      },
      /** @throws ParleyError */
      async unblock(): Promise<void> {
        await store._blocks.unblock(store.userId());
        await load(store.userId());
      },
    };
  }),
);
