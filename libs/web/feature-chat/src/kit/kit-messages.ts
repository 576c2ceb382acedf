import { Component, inject, signal } from '@angular/core';
import { emptyRoomState } from '@parley/client';
import { ReportsStore, RoomStore } from '@parley/web-data-access';
import { TypingLine } from '../composer/typing-line';
import { MessageActions } from '../messages/message-actions';
import { MessageList } from '../messages/message-list';
import { RoomJump } from '../scroll/room-jump';
import { ben, carla, me } from './kit-people';
import { FIRST_UNREAD, pending, talk, talkRoom } from './kit-talk';

const nothing = (): Promise<void> => Promise.resolve();

/** Stands in for the store of a room: the conversation of the kit, in which whatever one does changes nothing and goes nowhere. */
const aRoom = () =>
  ({
    ...{ roomId: signal(talkRoom.id), status: signal('ready'), item: signal(talkRoom), room: signal(emptyRoomState) },
    ...{ messages: signal(talk), pending: signal(pending), lastSeq: signal(talk.length), unreadCount: signal(0) },
    ...{ hasBefore: signal(false), hasAfter: signal(false), missingPage: signal(null), isOwner: signal(false) },
    firstUnreadSeq: signal(FIRST_UNREAD),
    members: signal(new Map(talkRoom.members.map(({ user }) => [user.id, user]))),
    ...{ myId: signal(me.id), other: signal(null), typing: signal([ben.id, carla.id]) },
    ...{ edit: nothing, remove: nothing, react: nothing, loadAround: nothing },
    ...{ retry: nothing, discard: nothing, markRead: nothing, holdFrom: nothing },
  }) satisfies Partial<Record<keyof InstanceType<typeof RoomStore>, unknown>>;

/** For the kit: messages in every state, by their days, and below them who is writing. */
@Component({
  selector: 'parley-kit-messages',
  imports: [MessageList, TypingLine],
  providers: [{ provide: RoomStore, useFactory: aRoom }, ReportsStore, MessageActions, RoomJump],
  template: `
    <parley-message-list [editing]="actions.editing()" />
    <parley-typing-line />
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class KitMessages {
  protected readonly actions = inject(MessageActions);
}
