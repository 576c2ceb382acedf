import { Component, inject } from '@angular/core';
import { ReportsStore, RoomStore } from '@parley/web-data-access';
import { TypingLine } from '../composer/typing-line';
import { MessageActions } from '../messages/message-actions';
import { MessageList } from '../messages/message-list';
import { RoomJump } from '../scroll/room-jump';
import { ben, carla } from './kit-people';
import { aRoom } from './kit-room';

const inWhichTwoWrite = () => {
  const room = aRoom();
  room.typing.set([ben.id, carla.id]);
  return room;
};

/** For the kit: messages in every state, by their days, and below them who is writing. */
@Component({
  selector: 'parley-kit-messages',
  imports: [MessageList, TypingLine],
  providers: [{ provide: RoomStore, useFactory: inWhichTwoWrite }, ReportsStore, MessageActions, RoomJump],
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
