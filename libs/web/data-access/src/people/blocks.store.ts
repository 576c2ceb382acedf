import { computed, inject } from '@angular/core';
import { signalStore, withComputed, withHooks, withMethods, withProps } from '@ngrx/signals';
import type { Block, UserSummary } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { withPages } from './pages';

/** Whom one has blocked, as far as loaded, and the two commands. */
export const BlocksStore = signalStore(
  { providedIn: 'root' },
  withPages<Block>(),
  withProps(() => ({ _client: inject(PARLEY_CLIENT) })),
  withComputed(({ items }) => ({ byId: computed(() => new Map(items().map((block) => [block.user.id, block.user]))) })),
  withMethods((store) => ({
    load(): Promise<void> {
      return store.start((cursor, signal) =>
        store._client.rest.users.listBlocks({ query: { limit: '100', ...(cursor ? { cursor } : {}) } }, { signal }),
      );
    },

    /** @throws ParleyError */
    async block(user: UserSummary): Promise<void> {
      await store._client.rest.users.block({ params: { userId: user.id } });
      const others = store.items().filter((block) => block.user.id !== user.id);
      store.take([{ user, blockedAt: new Date().toISOString() }, ...others]);
    },

    /** @throws ParleyError */
    async unblock(userId: string): Promise<void> {
      await store._client.rest.users.unblock({ params: { userId } });
      store.take(store.items().filter((block) => block.user.id !== userId));
    },
  })),
  withHooks({
    onInit(store) {
      store._client.session.state.subscribe(({ status }) => {
        if (status === 'signedIn' && !store.loaded() && !store.loading()) void store.load();
        else if (status === 'signedOut' || status === 'ended') store.forget();
      });
    },
    onDestroy: (store) => store.stop(),
  }),
);
