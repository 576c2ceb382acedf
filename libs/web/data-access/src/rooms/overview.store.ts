import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withHooks, withMethods, withProps, withState } from '@ngrx/signals';
import type { OverviewState } from '@parley/client';
import type { OverviewItem, ParleyError, RoomSettingsPatch } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { whenOnline } from '../client/when-online';
import { asProblem } from '../problem';
import { sameSession } from '../session/same-session';
import { SessionStore } from '../session/session.store';
import { archiveAfter } from './archive-after';
import { otherMember } from './room-name';

interface State {
  overview: OverviewState;
  /** Archived rooms, once asked for; null before. */
  archived: readonly OverviewItem[] | null;
  archivedProblem: ParleyError | null;
}

/** How one comes to write to somebody. */
export type ChatWay = 'open' | 'start' | 'either';

const initial: State = {
  overview: { items: [], loaded: false, loading: false, hasMore: false, pages: 0, unreadRooms: 0, error: null },
  archived: null,
  archivedProblem: null,
};

/** One's rooms, as the overview shows them. The SDK keeps them in order and up to date. */
export const OverviewStore = signalStore(
  { providedIn: 'root' },
  withState(initial),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _session: inject(SessionStore) })),
  withComputed(({ overview, archived }) => ({
    items: computed(() => overview().items),
    /** First contacts that wait for an answer: they are not among the conversations. */
    requests: computed(() => overview().items.filter(({ request }) => request === 'incoming')),
    conversations: computed(() => overview().items.filter(({ request }) => request !== 'incoming')),
    unreadRooms: computed(() => overview().unreadRooms),
    /** Whether conversations are known to lie in the archive, where requests that were declined lie too. */
    hasArchived: computed(() => archived()?.some(({ request }) => request !== 'incoming') ?? false),
  })),
  withComputed(({ overview, items, archived, archivedProblem, _session }) => ({
    /** Whether rooms may be missing here: further down than has been scrolled, or in an archive that cannot be had. */
    mayLackRooms: computed(() => {
      const { loaded, hasMore, error } = overview();
      return hasMore || (!loaded && error !== null) || (archived() === null && archivedProblem() !== null);
    }),
    /** The direct rooms that are known here, by who the other one is; without those whose request was declined. */
    directRooms: computed(() => {
      const putAway = (archived() ?? []).filter(({ request }) => request !== 'incoming');
      const rooms = [...items(), ...putAway].flatMap((room) => {
        const other = otherMember(room, _session.userId());
        return other ? [[other.id, room.id] as const] : [];
      });
      return new Map(rooms);
    }),
  })),
  withMethods((store) => ({
    /** What there is to do with somebody: open the chat that one has, start one, or either where that is not known here: `openDirect` does what is right. */
    chatWith(userId: string): ChatWay {
      if (store.directRooms().has(userId)) return 'open';
      return store.mayLackRooms() ? 'either' : 'start';
    },

    /** Loads the first page again, after it could not be had. */
    async load(): Promise<void> {
      await store._client.rooms.load();
    },

    async loadMore(): Promise<void> {
      await store._client.rooms.loadMore();
    },

    async loadArchived(): Promise<void> {
      patchState(store, { archivedProblem: null });
      // An answer that comes late is not for whoever has signed in meanwhile.
      const session = sameSession(store._client.session.state);
      try {
        const archived = await store._client.rooms.loadArchived();
        if (!session.signal.aborted) patchState(store, { archived });
      } catch (error) {
        if (!session.signal.aborted) patchState(store, { archivedProblem: asProblem(error) });
      } finally {
        session.letGo();
      }
    },

    /** Fetches what is unread further down than has been scrolled, so that it shows among the rest. Never rejects: what is loaded shows in any case. */
    async loadUnread(): Promise<void> {
      const session = sameSession(store._client.session.state);
      try {
        const page = await store._client.rest.chatrooms.overview({ query: { filter: 'unread', limit: '100' } });
        if (!session.signal.aborted) for (const item of page.items) store._client.rooms.joined(item);
      } catch (error) {
        asProblem(error);
      } finally {
        session.letGo();
      }
    },

    /** Pins, mutes or archives. @throws ParleyError */
    async setMine(roomId: string, settings: RoomSettingsPatch): Promise<void> {
      await store._client.rooms.setMine(roomId, settings);
    },

    /** Answers a first contact: a refused one is archived. @throws ParleyError */
    answerRequest(roomId: string, accept: boolean): Promise<void> {
      return store._client.rooms.answerRequest(roomId, accept);
    },

    /** The direct room with someone, made where there is none. @throws ParleyError */
    openDirect(userId: string): Promise<string> {
      return store._client.rooms.openDirect(userId);
    },

    /** @throws ParleyError */
    createGroup(title: string, memberIds: readonly string[]): Promise<string> {
      return store._client.rooms.createGroup(title, [...memberIds]);
    },
  })),
  withMethods((store) => {
    /** Who is waiting for the answer. */
    let asking: string | null = null;
    return {
      /** Looks into the archive unless that was done: one question, however many ask. */
      async knowArchived(): Promise<void> {
        const me = store._session.userId();
        if (store.archived() !== null || asking === me) return;
        asking = me;
        await store.loadArchived();
        if (asking === me) asking = null;
      },
    };
  }),
  withHooks({
    onInit(store) {
      whenOnline(() => {
        if (store.overview().error) void store.load();
      });
      store._client.rooms.overview.subscribe((overview) => {
        // Forgotten together: somebody else may sign in next.
        if (!overview.loaded) return patchState(store, { overview, archived: null, archivedProblem: null });
        const known = store.archived();
        const itemOf = (id: string) => store._client.rooms.find(id)?.state.get().item ?? null;
        const archived = known && archiveAfter(known, store.items(), overview.items, itemOf);
        patchState(store, { overview, archived });
      });
    },
  }),
);
