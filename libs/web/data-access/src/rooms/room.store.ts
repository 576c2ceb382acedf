import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withHooks, withMethods, withProps, withState } from '@ngrx/signals';
import { emptyRoomState, type Room, type RoomState } from '@parley/client';
import { PARLEY_CLIENT } from '../client/parley-client';
import { SessionStore } from '../session/session.store';
import { otherMember, roomName } from './room-name';

interface State {
  roomId: string;
  room: RoomState;
}

/** The room in view: one store for each room page. */
export const RoomStore = signalStore(
  withState<State>({ roomId: '', room: emptyRoomState }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _session: inject(SessionStore) })),
  withComputed(({ room, _session }) => ({
    status: computed(() => room().status),
    item: computed(() => room().item),
    messages: computed(() => room().messages),
    pending: computed(() => room().pending),
    firstUnreadSeq: computed(() => room().firstUnreadSeq),
    unreadCount: computed(() => room().unreadCount),
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

    return {
      /** Shows another room. What is known of it shows at once, the rest when it comes. */
      open(roomId: string): void {
        leave();
        handle = store._client.room(roomId);
        patchState(store, { roomId });
        end = handle.state.subscribe((room) => patchState(store, { room }));
        void handle.open();
      },
      /** Loads what could not be loaded. */
      reload: (): void => void current().open(),
      loadOlder: (): Promise<void> => current().loadOlder(),
      loadNewer: (): Promise<void> => current().loadNewer(),
      loadNewest: (): Promise<void> => current().loadNewest(),
      /** @throws ParleyError `rate_limited` where too many messages wait already. */
      send: (text: string): void => void current().send(text),
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
      markRead: (seq: number): void => current().markRead(seq),
      setTyping: (active: boolean): void => handle?.setTyping(active),
      leave,
    };
  }),
  withHooks({ onDestroy: (store) => store.leave() }),
);
