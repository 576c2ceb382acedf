import { InjectionToken, signal } from '@angular/core';
import { emptyRoomState } from '@parley/client';
import type { UserSummary } from '@parley/contracts';
import type { RoomStore } from '@parley/web-data-access';
import { me } from './kit-people';
import { FIRST_UNREAD, pending, talk, talkRoom } from './kit-talk';

const nothing = (): Promise<void> => Promise.resolve();

/** Stands in for the store of a room: the conversation of the kit, in which whatever one does changes nothing and goes nowhere. */
export const aRoom = () =>
  ({
    ...{ roomId: signal(talkRoom.id), status: signal('ready'), room: signal(emptyRoomState) },
    ...{ item: signal<typeof talkRoom | null>(talkRoom), other: signal<UserSummary | null>(null) },
    ...{ name: signal(talkRoom.title ?? ''), myId: signal(me.id), isOwner: signal(false) },
    ...{ messages: signal(talk), pending: signal(pending), lastSeq: signal(talk.length), unreadCount: signal(0) },
    ...{ hasBefore: signal(false), hasAfter: signal(false), missingPage: signal(null) },
    firstUnreadSeq: signal(FIRST_UNREAD),
    members: signal(new Map(talkRoom.members.map(({ user }) => [user.id, user]))),
    typing: signal<readonly string[]>([]),
    ...{ edit: nothing, remove: nothing, react: nothing, loadAround: nothing },
    ...{ retry: nothing, discard: nothing, markRead: nothing, holdFrom: nothing },
    ...{ send: nothing, setTyping: nothing },
  }) satisfies Partial<Record<keyof InstanceType<typeof RoomStore>, unknown>>;

/** The same, for who changes what is in it. */
export const KIT_ROOM = new InjectionToken<ReturnType<typeof aRoom>>('the room of the kit');
