import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withHooks, withMethods, withProps, withState } from '@ngrx/signals';
import { emptyRoomState, type Room, type RoomState } from '@parley/client';
import type { ParleyError } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { whenOnline } from '../client/when-online';
import { asProblem } from '../problem';
import { SessionStore } from '../session/session.store';
import { otherMember, roomName } from './room-name';

interface State {
  roomId: string;
  room: RoomState;
  /** Until it is known where to begin reading, also in a room that was open before. */
  isOpening: boolean;
  /** The page of history that could not be had, and why; null where none is missing. */
  missingPage: { readonly side: 'older' | 'newer'; readonly problem: ParleyError } | null;
}

/** The room in view: one store for each room page. */
export const RoomStore = signalStore(
  withState<State>({ isOpening: false, missingPage: null, roomId: '', room: emptyRoomState }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _session: inject(SessionStore) })),
  withComputed(({ room, isOpening, _session }) => ({
    status: computed(() => (isOpening() ? 'loading' : room().status)),
    item: computed(() => room().item),
    messages: computed(() => room().messages),
    pending: computed(() => room().pending),
    firstUnreadSeq: computed(() => room().firstUnreadSeq),
    unreadCount: computed(() => room().unreadCount),
    lastSeq: computed(() => room().lastSeq),
    hasBefore: computed(() => room().hasBefore),
    hasAfter: computed(() => room().hasAfter),
    myId: computed(() => _session.userId()),
  })),
  withComputed(({ item, myId, room }) => ({
    /** People by id, those that are in the room now. */
    members: computed(() => new Map(item()?.members.map((member) => [member.user.id, member.user]))),
    name: computed(() => roomName(item(), myId())),
    /** The other one of a direct room. */
    other: computed(() => otherMember(item(), myId())),
    isOwner: computed(() => item()?.members.some(({ user, role }) => user.id === myId() && role === 'owner') ?? false),
    typing: computed(() => room().typing),
    /** Whether the first message here is not the first that was written: what came before is not kept any more. Of a room with messages none of which is here yet, that is not known. */
    isShortened: computed(() => {
      const { status, hasBefore, item, lastSeq, messages } = room();
      return (
        status === 'ready' && !hasBefore && (messages[0]?.seq ?? (item && !item.lastMessage ? lastSeq + 1 : 1)) > 1
      );
    }),
  })),
  withMethods((store) => {
    let handle: Room | null = null;
    let end: () => void = () => undefined;

    const leave = (): void => {
      end();
      handle?.close();
      handle = null;
    };
    const current = (): Room => {
      if (!handle) throw new Error('No room is open.');
      return handle;
    };

    /** Loads a page; where it cannot be had that is shown, and the page is loaded again when somebody wants it. */
    const loadPage = async (side: 'older' | 'newer', load: () => Promise<void>): Promise<void> => {
      const roomId = store.roomId();
      if (store.missingPage()?.side === side) return;
      try {
        await load();
      } catch (error) {
        const problem = asProblem(error);
        if (store.roomId() === roomId) patchState(store, { missingPage: { side, problem } });
      }
    };

    return {
      /** Shows another room, with the page round one of its messages where that is named. What is known shows at once, the rest when it comes. */
      open(roomId: string, atSeq?: number): void {
        leave();
        const opened = (handle = store._client.room(roomId));
        patchState(store, { roomId, missingPage: null, isOpening: true });
        end = opened.state.subscribe((room) => patchState(store, { room }));
        const ready = (): void => {
          if (handle === opened) patchState(store, { isOpening: false });
        };
        void opened
          .open()
          .then(() => (atSeq === undefined ? undefined : opened.loadAround(atSeq)))
          // Whoever wanted that message finds that it is not there, and says so.
          .then(ready, ready);
      },
      /** Loads what could not be loaded. */
      reload: (): void => void current().open(),
      loadOlder: (): Promise<void> => loadPage('older', () => current().loadOlder()),
      loadNewer: (): Promise<void> => loadPage('newer', () => current().loadNewer()),
      /** Also where a page could not be had: somebody wants it now. */
      loadNewest(): Promise<void> {
        if (store.missingPage()?.side === 'newer') patchState(store, { missingPage: null });
        return loadPage('newer', () => current().loadNewest());
      },
      /** Loads the page round a message, where it is not there yet. @throws ParleyError */
      loadAround: (seq: number): Promise<void> => current().loadAround(seq),
      /** Says anew where what is unread begins. */
      beginAtUnread: (): void => current().beginAtUnread(),
      /** The place of the first message at or after a moment, in milliseconds of the epoch; one after the last where there is none. @throws ParleyError */
      seqSince: (since: number): Promise<number> => current().seqSince(since),
      /** Loads the page that could not be had. */
      async loadMissing(): Promise<void> {
        const side = store.missingPage()?.side;
        patchState(store, { missingPage: null });
        if (side) await loadPage(side, () => (side === 'older' ? current().loadOlder() : current().loadNewer()));
      },
      /** `replyToSeq` is the place of the message that it answers. @throws ParleyError `rate_limited` where too many messages wait already. */
      send: (text: string, replyToSeq?: number): void => void current().send(text, replyToSeq),
      retry: (clientMessageId: string): void => current().retry(clientMessageId),
      discard: (clientMessageId: string): void => current().discard(clientMessageId),
      /** @throws ParleyError */
      async edit(seq: number, text: string): Promise<void> {
        await current().edit(seq, text);
      },
      /** @throws ParleyError */
      async remove(seq: number): Promise<void> {
        await current().remove(seq);
      },
      /** Reacts to a message, or takes that back. @throws ParleyError */
      async react(seq: number, emoji: string, on: boolean): Promise<void> {
        await current().react(seq, emoji, on);
      },
      /** Says which message is the first that is drawn: from there on all is kept. */
      holdFrom: (seq: number): void => handle?.holdFrom(seq),
      markRead: (seq: number): void => current().markRead(seq),
      setTyping: (active: boolean): void => handle?.setTyping(active),
      leave,
    };
  }),
  withHooks({
    onInit(store) {
      // What could not be had while the server was away is fetched as soon as it is back.
      whenOnline(() => {
        if (store.status() === 'error') store.reload();
        else void store.loadMissing();
      });
    },
    onDestroy: (store) => store.leave(),
  }),
);
