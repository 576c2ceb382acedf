import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { OverviewItem } from '@parley/contracts';
import { NewsFeed, PARLEY_CLIENT, PreferencesStore, RoomListView } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { OpenDialogs } from '@parley/web-ui';
import { Subject } from 'rxjs';
import { NewsDesk } from './news-desk';

@Component({ template: '' })
class Somewhere {}

const ben = { id: 'ben', displayName: 'Ben', headline: '', location: '', avatarUrl: null };
const at = '2026-11-20T12:00:00.000Z';
const news = (seq: number, id = 'room'): OverviewItem => ({
  ...{ id, kind: 'direct', title: null, lastSeq: seq, revision: seq, createdAt: at, updatedAt: at, request: null },
  members: [{ user: ben, role: 'member', joinedAt: at, lastReadSeq: 0 }],
  lastMessage: { seq, senderId: 'ben', preview: `word ${seq}`, createdAt: at },
  ...{ unreadCount: 1, lastReadSeq: 0, pinned: false, muted: false, archived: false },
});

/** Locks as all tabs of a browser share them, held for good. */
function sharedLocks() {
  const held = new Set<string>();
  return {
    held,
    request: (name: string, _: LockOptions, then: (lock: Lock | null) => unknown): Promise<unknown> => {
      const lock = held.has(name) ? null : ({ name, mode: 'exclusive' } as const);
      held.add(name);
      return Promise.resolve(then(lock)).then(() => undefined);
    },
  };
}

async function aTab(locks: ReturnType<typeof sharedLocks>, url = '/people') {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
  const client = await new QuietClient().signIn(aProfile());
  const heard = new Subject<OverviewItem>();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    // The tabs that were opened before stay open.
    teardown: { destroyAfterEach: false },
    providers: [
      NewsDesk,
      provideRouter([{ path: '**', component: Somewhere }]),
      { provide: PARLEY_CLIENT, useValue: client },
      { provide: NewsFeed, useValue: { news: heard } },
    ],
  });
  await TestBed.inject(Router).navigateByUrl(url);
  return { desk: TestBed.inject(NewsDesk), heard, preferences: TestBed.inject(PreferencesStore) };
}

const texts = (desk: NewsDesk): (string | null)[] => desk.cards().map(({ text }) => text);

jest.setTimeout(60_000);

/** Whether this window has the focus. */
const look = (isLookedAt: boolean): void => void (document.hasFocus = () => isLookedAt);

/** What the system is given to tell, by its title and text, where it may. */
function system(permission: NotificationPermission): string[] {
  const told: string[] = [];
  class Told {
    static readonly permission = permission;
    constructor(title: string, { body = '' }: NotificationOptions = {}) {
      told.push(`${title}: ${body}`);
    }
    close(): void {}
  }
  Object.defineProperty(window, 'Notification', { configurable: true, value: Told });
  return told;
}

describe('NewsDesk', () => {
  beforeEach(() => {
    localStorage.clear();
    look(true);
    system('default');
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('shows a card, one for each room, and takes it away again', async () => {
    const { desk, heard } = await aTab(sharedLocks());
    heard.next(news(1));
    heard.next(news(2));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(desk)).toEqual(['word 2']);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(texts(desk)).toEqual([]);
  });

  it('holds a card while a dialog lies over it, and shows it for its whole time then', async () => {
    const { desk, heard } = await aTab(sharedLocks());
    const [dialogs, below, above] = [TestBed.inject(OpenDialogs), {}, {}];
    dialogs.opened(below);
    dialogs.opened(above);
    heard.next(news(1));
    await jest.advanceTimersByTimeAsync(10_000);
    dialogs.closed(above);
    TestBed.tick();
    expect(texts(desk)).toEqual([]);
    dialogs.closed(below);
    TestBed.tick();
    expect(texts(desk)).toEqual(['word 1']);
    await jest.advanceTimersByTimeAsync(6_900);
    expect(texts(desk)).toEqual(['word 1']);
    await jest.advanceTimersByTimeAsync(200);
    expect(texts(desk)).toEqual([]);
  });

  it('holds no card of a room that one has gone to meanwhile', async () => {
    const { desk, heard } = await aTab(sharedLocks());
    const [dialogs, dialog] = [TestBed.inject(OpenDialogs), {}];
    dialogs.opened(dialog);
    heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    await TestBed.inject(Router).navigateByUrl('/rooms/room');
    dialogs.closed(dialog);
    TestBed.tick();
    expect(texts(desk)).toEqual([]);
  });

  it('tells nothing of the room in view, and no other tab does', async () => {
    look(true);
    const locks = sharedLocks();
    const { desk, heard } = await aTab(locks, '/rooms/room/with/ben');
    heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(desk)).toEqual([]);
    expect([...locks.held]).toEqual(['parley.news.room.1']);
    const another = await aTab(locks);
    another.heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(another.desk)).toEqual([]);
  });

  it.each(['/rooms/room', '/people'])(
    'tells by the system, where that is wanted, what comes while the window has not the focus: at %s',
    async (url) => {
      const told = system('granted');
      const { desk, heard, preferences } = await aTab(sharedLocks(), url);
      preferences.set({ tellsOutside: true });
      look(false);
      heard.next(news(1));
      await jest.advanceTimersByTimeAsync(600);
      expect(told).toEqual([expect.stringMatching(/Ben.*: word 1/)]);
      expect(texts(desk)).toEqual([]);
      // Whoever comes back before it is told reads it there.
      heard.next(news(2));
      await jest.advanceTimersByTimeAsync(100);
      look(true);
      await jest.advanceTimersByTimeAsync(600);
      expect(told).toHaveLength(1);
    },
  );

  it('shows a window without the focus a card where the system tells nothing, and none beside the message itself', async () => {
    look(false);
    const elsewhere = await aTab(sharedLocks());
    elsewhere.heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(elsewhere.desk)).toEqual(['word 1']);
    const there = await aTab(sharedLocks(), '/rooms/room');
    there.heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(there.desk)).toEqual([]);
  });

  it('tells nothing of a request that stands in the list of them, and takes its card away as soon as it does', async () => {
    const { desk, heard } = await aTab(sharedLocks(), '/rooms');
    const list = TestBed.inject(RoomListView);
    const request = (seq: number): OverviewItem => ({ ...news(seq), request: 'incoming' });
    heard.next(request(1));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(desk)).toEqual(['word 1']);
    list.part.set('requests');
    TestBed.tick();
    expect(texts(desk)).toEqual([]);
    heard.next(request(2));
    heard.next(news(1, 'another room'));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(desk)).toEqual(['word 1']);
    // On a phone a room lies over the list.
    globalThis.matchMedia = jest.fn().mockReturnValue({ matches: false });
    await TestBed.inject(Router).navigateByUrl('/rooms/third');
    heard.next(request(3));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(desk)).toEqual(['word 1', 'word 3']);
  });

  it('takes the card of a room away once one has gone there', async () => {
    const { desk, heard } = await aTab(sharedLocks());
    heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    await TestBed.inject(Router).navigateByUrl('/rooms/room');
    expect(texts(desk)).toEqual([]);
  });

  it('leaves it to the window that has the focus, though another shows the room', async () => {
    const locks = sharedLocks();
    const [there, here] = [await aTab(locks, '/rooms/room'), await aTab(locks)];
    look(false);
    there.heard.next(news(1));
    look(true);
    here.heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    expect([texts(there.desk), texts(here.desk)]).toEqual([[], ['word 1']]);
  });

  it('tells once over all tabs', async () => {
    const locks = sharedLocks();
    const tabs = [await aTab(locks), await aTab(locks), await aTab(locks)];
    for (const { heard } of tabs) heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    expect(tabs.flatMap(({ desk }) => texts(desk))).toHaveLength(1);
  });

  it('holds to what is set: no text, or nothing at all', async () => {
    const { desk, heard, preferences } = await aTab(sharedLocks());
    preferences.set({ tellsText: false });
    heard.next(news(1));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(desk)).toEqual([null]);
    desk.dismiss('room');
    preferences.set({ tellsInPage: false });
    heard.next(news(2));
    await jest.advanceTimersByTimeAsync(600);
    expect(texts(desk)).toEqual([]);
  });
});
