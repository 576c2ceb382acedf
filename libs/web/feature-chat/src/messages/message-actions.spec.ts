import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ReportsStore, RoomStore } from '@parley/web-data-access';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { MessageActions } from './message-actions';
import type { MessageRow } from './message-row';

const row = { seq: 7, senderId: 'ana', text: 'Shall *we*?' } as MessageRow;

function start(writeText: (text: string) => Promise<void>): { actions: MessageActions; said: jest.Mock } {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  const said = jest.fn();
  TestBed.configureTestingModule({
    imports: [words],
    providers: [
      MessageActions,
      { provide: RoomStore, useValue: { roomId: signal('room-1') } },
      { provide: ReportsStore, useValue: { cancel: () => undefined } },
      { provide: Toaster, useValue: { say: said } },
    ],
  });
  return { actions: TestBed.inject(MessageActions), said };
}

describe('what can be done with a message', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  it('is to copy its text as it was written, and its link; each is said', async () => {
    const written: string[] = [];
    const { actions, said } = start((text) => Promise.resolve(void written.push(text)));
    await actions.copy(row);
    await actions.copyLink(row);
    expect(written).toEqual(['Shall *we*?', `${location.origin}/rooms/room-1/7`]);
    expect(said).toHaveBeenCalledTimes(2);
  });

  it('is forgotten in another room: what was about to be deleted above all, whose place there is another’s', () => {
    const { actions } = start(() => Promise.resolve());
    actions.edit(row);
    actions.reply(row);
    actions.askToDelete(row);
    actions.pickFor(row, document.body);
    actions.forget();
    expect([actions.editing(), actions.replyingTo(), actions.deleting(), actions.picking()]).toEqual([
      ...[null, null, null, null],
    ]);
  });

  it('says so where the browser lets nothing be copied', async () => {
    const { actions, said } = start(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await actions.copy(row);
    expect(said).toHaveBeenCalledWith(expect.any(String), 'danger');
  });
});
