import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { Message } from '@parley/contracts';
import { PARLEY_CLIENT, RoomStore } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { RoomJump } from '../scroll/room-jump';
import { MessageActions } from './message-actions';
import { MessageList } from './message-list';

const message: Message = {
  ...{ id: 'm-1', roomId: 'long', seq: 1, revision: 1, clientMessageId: 'c-1', senderId: 'ben', text: 'Kaixo' },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', editedAt: null, deletedAt: null, replyTo: null },
  ...{ reactions: [], attachments: [] },
};

class NoObserver {
  observe(): void {
    // Nothing is laid out here.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}

function aStore() {
  return {
    ...{ roomId: signal('long'), status: signal('ready'), messages: signal([message]), pending: signal([]) },
    ...{ hasBefore: signal(false), hasAfter: signal(false), firstUnreadSeq: signal(null), unreadCount: signal(0) },
    ...{ lastSeq: signal(1), item: signal(null), myId: signal('me'), members: signal(new Map()), other: signal(null) },
    ...{
      missingPage: signal(null),
      room: signal({ error: null, lastReadSeq: 1, unreadCount: 0 }),
      holdFrom: jest.fn(),
      markRead: jest.fn(),
    },
  };
}

it('leaves the way back to the newest in the room that it is of', async () => {
  Object.assign(window, { ResizeObserver: NoObserver });
  jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
  jest.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(5_000);
  const store = aStore();
  await render(MessageList, {
    imports: [words],
    providers: [
      provideRouter([]),
      { provide: PARLEY_CLIENT, useValue: new QuietClient() },
      { provide: RoomStore, useValue: store },
      { provide: RoomJump, useValue: { wanted: signal(null) } },
      { provide: MessageActions, useValue: { editing: signal(null), mayDeleteAny: signal(false) } },
    ],
  });
  const scroller = screen.getByRole('log', { name: 'Messages' });
  scroller.scrollTop = 0;
  fireEvent.scroll(scroller);
  expect(await screen.findByRole('button', { name: 'To the latest' })).toBeVisible();
  // Nothing counts as read that was not drawn yet: nothing is laid out here, so nothing is in view.
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  scroller.scrollTop = 5_000;
  fireEvent.scroll(scroller);
  expect(store.markRead).not.toHaveBeenCalled();
  store.roomId.set('empty');
  store.messages.set([]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'To the latest' })).toBeNull());
});
