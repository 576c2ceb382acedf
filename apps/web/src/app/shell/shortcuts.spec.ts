import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { Shortcuts } from './shortcuts';

@Component({ template: '' })
class Somewhere {}

const item = (id: string, unreadCount: number, at: string) => ({
  ...{ id, kind: 'direct' as const, title: null, members: [], lastSeq: 1, revision: 1, createdAt: at, updatedAt: at },
  ...{ request: null, lastMessage: null, lastReadSeq: 0, pinned: false, muted: false, archived: false },
  unreadCount,
});

async function start(): Promise<{ keys: Shortcuts; router: Router }> {
  const client = await new QuietClient().signIn(aProfile());
  TestBed.configureTestingModule({
    providers: [
      Shortcuts,
      provideRouter([{ path: '**', component: Somewhere }]),
      { provide: PARLEY_CLIENT, useValue: client },
    ],
  });
  const keys = TestBed.inject(Shortcuts);
  for (const [id, unread, at] of [
    ['c', 2, '2026-11-01T00:00:00.000Z'],
    ['b', 0, '2026-11-02T00:00:00.000Z'],
    ['a', 0, '2026-11-03T00:00:00.000Z'],
  ] as const)
    client.rooms.joined(item(id, unread, at));
  return { keys, router: TestBed.inject(Router) };
}

function press(init: KeyboardEventInit, target: EventTarget = document.body): boolean {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('shortcuts', () => {
  it('go to the next room, and to the next unread one', async () => {
    const { router } = await start();
    await router.navigateByUrl('/rooms/a');
    expect(press({ key: 'ArrowDown', altKey: true })).toBe(true);
    await settled();
    expect(router.url).toBe('/rooms/b');
    await router.navigateByUrl('/rooms/a');
    press({ key: 'ArrowDown', altKey: true, shiftKey: true });
    await settled();
    expect(router.url).toBe('/rooms/c');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('open and close the switcher: %j', async (command) => {
    const { keys } = await start();
    press({ key: 'k', ...command });
    expect(keys.shown()).toBe('switcher');
    press({ key: 'k', ...command });
    expect(keys.shown()).toBe('nothing');
  });

  it('open the help, but leave a question mark to whoever is writing', async () => {
    const { keys } = await start();
    const field = document.body.appendChild(document.createElement('textarea'));
    expect(press({ key: '?' }, field)).toBe(false);
    expect(keys.shown()).toBe('nothing');
    press({ key: '/', ctrlKey: true }, field);
    expect(keys.shown()).toBe('help');
    keys.shown.set('nothing');
    press({ key: '?', shiftKey: true });
    expect(keys.shown()).toBe('help');
    field.remove();
  });

  it('leave every other key alone', async () => {
    await start();
    for (const key of ['k', 'ArrowDown', 'Escape', 'a', '/']) expect(press({ key })).toBe(false);
  });
});
