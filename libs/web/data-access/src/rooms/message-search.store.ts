import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withHooks, withMethods, withProps, withState } from '@ngrx/signals';
import type { Room, SearchHit } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { withPages } from '../people/pages';
import { asProblem } from '../problem';
import { OverviewStore } from './overview.store';

/** What is looked for, and in which room; in all where none is named. */
export interface MessageQuery {
  readonly text: string;
  readonly roomId: string | null;
}

/** What there is to know of a room that something was found in. */
export type FoundRoom = Pick<Room, 'id' | 'kind' | 'title' | 'members'>;

interface State {
  /** Whether somebody is searching: it goes on over other rooms until they have enough of it. */
  isOpen: boolean;
  asked: MessageQuery;
  /** Whether what matches best comes first, of the newest; else the newest does. */
  isRanked: boolean;
  /** Rooms that are not in the overview as far as it is loaded. */
  fetched: ReadonlyMap<string, FoundRoom>;
}

const NOTHING: MessageQuery = { text: '', roomId: null };

/** Whether there is enough to search by: two letters, or one of a script in which one is a word. The service has the last word. */
export function isEnough(text: string): boolean {
  return /[\p{Script=Han}]|[\p{L}\p{N}]\p{M}*[\p{L}\p{N}]/u.test(text);
}

/** Messages found in one's rooms, and what one is looking for. */
export const MessageSearchStore = signalStore(
  { providedIn: 'root' },
  withState<State>({ isOpen: false, asked: NOTHING, isRanked: false, fetched: new Map() }),
  withPages<SearchHit>(),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _overview: inject(OverviewStore) })),
  withComputed(({ asked, fetched, failed, problem, _overview }) => ({
    /** Nothing was typed that could be looked for. */
    isEmpty: computed(() => asked().text.trim() === ''),
    /** What was typed is not enough, as far as one can say here or as the service said, which of a later page may refuse the cursor. */
    isTooShort: computed(() => {
      const text = asked().text.trim();
      return text !== '' && (!isEnough(text) || (failed() === 'first' && problem()?.code === 'validation_failed'));
    }),
    rooms: computed<ReadonlyMap<string, FoundRoom>>(
      () => new Map([...fetched(), ..._overview.items().map((item) => [item.id, item] as const)]),
    ),
  })),
  withMethods((store) => {
    /** Finds out about rooms that are further down in the overview, archived, or known by their id alone. What cannot be had stays without a name. */
    const learnRooms = async (ids: Iterable<string>): Promise<void> => {
      const unknown = [...new Set(ids)].filter((id) => !store.rooms().has(id));
      const rooms = await Promise.all(
        unknown.map((id) =>
          store._client.rest.chatrooms.get({ params: { id } }).catch((error: unknown) => asProblem(error) && null),
        ),
      );
      const found = rooms.flatMap((room) => (room ? [[room.id, room] as const] : []));
      if (found.length > 0) patchState(store, { fetched: new Map([...store.fetched(), ...found]) });
    };
    const search = async (asked: MessageQuery): Promise<void> => {
      patchState(store, { asked });
      const text = asked.text.trim();
      if (!isEnough(text)) {
        store.forget();
        return;
      }
      await store.start(async (cursor, signal) => {
        const query = {
          ...{ q: text, limit: '30' },
          ...(asked.roomId ? { roomId: asked.roomId } : {}),
          ...(store.isRanked() ? { sort: 'relevance' as const } : {}),
        };
        const page = await store._client.rest.messages.search(
          { query: { ...query, ...(cursor ? { cursor } : {}) } },
          { signal },
        );
        await learnRooms(page.items.map(({ roomId }) => roomId));
        return page;
      });
    };
    return {
      search,
      /** Orders what is found by how well it matches, or the newest first again. */
      async rank(isRanked: boolean): Promise<void> {
        patchState(store, { isRanked });
        await search(store.asked());
      },
      /** Begins a search, with what is looked for already where that is known. */
      async open(asked: Partial<MessageQuery> = {}): Promise<void> {
        patchState(store, { isOpen: true });
        const whole = { ...NOTHING, ...asked };
        if (whole.roomId) void learnRooms([whole.roomId]);
        await search(whole);
      },
      close(): void {
        patchState(store, { isOpen: false, asked: NOTHING, isRanked: false });
        store.forget();
      },
    };
  }),
  withHooks({
    onInit(store) {
      // Somebody else may sign in next.
      store._client.session.state.subscribe(({ status }) => {
        if (status === 'signedIn') return;
        store.close();
        patchState(store, { fetched: new Map() });
      });
    },
    onDestroy: (store) => store.stop(),
  }),
);
