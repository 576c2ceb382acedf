import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import type { ApiKey, NewApiKey, ParleyError, Scope } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';

interface State {
  /** Newest first; null until they are known. */
  keys: readonly ApiKey[] | null;
  problem: ParleyError | null;
  /** The key that was made last, which nobody can read again once this is forgotten. */
  made: NewApiKey | null;
}

/** What a key is made of; `expiresAt` null for one without an end. */
export interface KeyWish {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: string | null;
}

/** One's API keys. */
export const ApiKeysStore = signalStore(
  withState<State>({ keys: null, problem: null, made: null }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT) })),
  withMethods((store) => ({
    async load(): Promise<void> {
      patchState(store, { problem: null });
      try {
        const { items } = await store._client.rest.apiKeys.list({});
        patchState(store, { keys: items });
      } catch (error) {
        patchState(store, { problem: asProblem(error) });
      }
    },

    /** @throws ParleyError `validation_failed` at `name` or `scopes`, `conflict` where one has as many as one may */
    async create({ name, scopes, expiresAt }: KeyWish): Promise<void> {
      const made = await store._client.rest.apiKeys.create({ body: { name, scopes: [...scopes], expiresAt } });
      const { key: _secret, ...key } = made;
      const fresh: ApiKey = { ...key, createdAt: new Date().toISOString(), lastUsedAt: null };
      patchState(store, { made, keys: [fresh, ...(store.keys() ?? [])] });
    },

    /** Once its owner has put it away. */
    forgetMade(): void {
      patchState(store, { made: null });
    },

    /** Whoever uses it is shut out from then on. @throws ParleyError */
    async remove(id: string): Promise<void> {
      await store._client.rest.apiKeys.remove({ params: { id } });
      const keys = store.keys()?.filter((key) => key.id !== id) ?? null;
      patchState(store, { keys, ...(store.made()?.id === id ? { made: null } : {}) });
    },
  })),
);
