import type { Page } from '@playwright/test';
import { Overview } from '../pages/overview';
import type { Device } from '../support/device';
import { networkOf } from '../support/network';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

/** Counts what is told, over all tabs of a browser, for as long as it is open: cards in the page, and what the system tells. */
async function countNews({ context }: Device): Promise<void> {
  await context.addInitScript(() => {
    const note = (kind: string): void => localStorage.setItem(`told.${kind}.${Math.random()}`, '');
    new MutationObserver((changes) => {
      for (const added of changes.flatMap((change) => [...change.addedNodes]))
        if (added instanceof Element && added.matches('parley-news-cards .card')) note('card');
    }).observe(document, { childList: true, subtree: true });
    class Noted extends EventTarget {
      static readonly permission = 'granted';
      constructor() {
        super();
        note('system');
      }
      close(): void {}
    }
    Object.defineProperty(window, 'Notification', { value: Noted });
  });
}

/** How often something was told since the browser was opened. */
function told(page: Page): Promise<{ card: number; system: number }> {
  return page.evaluate(() => {
    const count = (kind: string): number =>
      Object.keys(localStorage).filter((key) => key.startsWith(`told.${kind}.`)).length;
    return { card: count('card'), system: count('system') };
  });
}

/** Whether somebody may be looking at a tab, as every tab of these browsers says of itself. */
async function setLookedAt(tab: Page, isLookedAt: boolean): Promise<void> {
  await tab.evaluate((is) => {
    for (const name of ['visibilityState', 'hasFocus']) Reflect.deleteProperty(document, name);
    if (is) return;
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.hasFocus = () => false;
  }, isLookedAt);
}

/** Opens more tabs, each at an address. */
async function tabs({ context, page }: Device, ...paths: string[]): Promise<Page[]> {
  const more = await Promise.all(paths.map(() => context.newPage()));
  await Promise.all(more.map((tab, index) => tab.goto(paths[index] ?? '/')));
  return [page, ...more];
}

test(
  'three tabs, one card for each message; none for what is in view, none for what is muted',
  against('notified twice or never'),
  async ({ pair, newcomer, aDevice }) => {
    const { ana, ben, roomId } = pair;
    const carla = await newcomer({ name: 'Carla Weiss' });
    const { id: withCarla } = await ana.directRoomWith(carla);
    const device = await aDevice();
    await countNews(device);
    await device.context.addInitScript(() => {
      if (location.protocol.startsWith('http'))
        localStorage.setItem('parley.preferences', JSON.stringify({ tellsOutside: true }));
    });
    await device.isOf(ana, '/people');
    const open = (await tabs(device, '/settings', '/rooms')) as [Page, Page, Page];
    const inRoom = open[2];
    const chats = (tab: Page) => new Overview(tab).chats;
    for (const tab of open) await expect(chats(tab)).toBeVisible();
    // Each is heard in every tab before the next is said: whatever was told twice is counted by the end.
    const heard = async (count: number) => {
      for (const tab of open) await expect(chats(tab)).toHaveAccessibleName(new RegExp(`${count} with something new`));
    };

    await ben.says(roomId, 'To whom it may concern');
    await heard(1);
    await expect.poll(() => told(device.page)).toEqual({ card: 1, system: 0 });
    await carla.says(withCarla, 'And from me');
    await heard(2);
    await expect.poll(() => told(device.page)).toEqual({ card: 2, system: 0 });

    // In view in one tab: read there, and told in none.
    await inRoom.goto(`/rooms/${roomId}`);
    await expect(inRoom.getByRole('article')).toBeVisible();
    await heard(1);
    // The others have the system tell what nobody looks at; of tabs that are all looked at, the one of the room would have 150 ms to be first.
    const others = open.filter((tab) => tab !== inRoom);
    for (const tab of others) await setLookedAt(tab, false);
    await ben.says(roomId, 'You are looking at it');
    await expect
      .poll(async () => (await ana.overviewOf(roomId))?.members.find(({ user }) => user.id === ana.id)?.lastReadSeq)
      .toBe(2);
    await ana.api.patch(`/chatrooms/${withCarla}/me`, { muted: true });
    await expect(chats(device.page)).toHaveAccessibleName('Chats');
    await carla.says(withCarla, 'You have muted me');
    await expect(new Overview(inRoom).unread('Carla Weiss')).toBeAttached();
    expect(await told(device.page)).toEqual({ card: 2, system: 0 });
    for (const tab of others) await setLookedAt(tab, true);
    await ana.api.patch(`/chatrooms/${withCarla}/me`, { muted: false });
    await heard(1);
    await carla.says(withCarla, 'You hear me again');
    await expect.poll(() => told(device.page)).toEqual({ card: 3, system: 0 });
    // By now whatever had been told twice would have been counted.
    await carla.says(withCarla, 'And again');
    await expect.poll(() => told(device.page)).toEqual({ card: 4, system: 0 });
  },
);

test(
  'while nobody looks, the system tells it once for all tabs',
  against('notified twice or never'),
  async ({ pair, aDevice }) => {
    const device = await aDevice();
    await countNews(device);
    await device.context.addInitScript(() => {
      // A tab that is still empty keeps nothing.
      if (!location.protocol.startsWith('http')) return;
      localStorage.setItem('parley.preferences', JSON.stringify({ tellsOutside: true }));
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      document.hasFocus = () => false;
    });
    await device.isOf(pair.ana, '/people');
    const open = await tabs(device, '/settings', `/rooms/${pair.roomId}`);
    const heard = async (count: number) => {
      for (const tab of open) await expect(tab).toHaveTitle(/^\(1\) /);
      await expect(new Overview(open[2] ?? device.page).unread('Ben Okafor')).toHaveText(`${count} unread`);
    };
    for (let count = 1; count <= 3; count += 1) {
      await pair.ben.says(pair.roomId, `Is anybody there? ${count}`);
      await heard(count);
      await expect.poll(() => told(device.page)).toEqual({ card: 0, system: count });
    }
  },
);

test(
  'what is unread is the same in the title of every tab, and after a reconnect',
  against('unread is stuck or wrong'),
  async ({ pair, aDevice }) => {
    const { ana, ben, roomId } = pair;
    const device = await aDevice();
    const net = await networkOf(device);
    await device.isOf(ana);
    const [first, second] = (await tabs(device, '/people')) as [Page, Page];
    const unread = device.overview.unread('Ben Okafor');
    await expect(device.overview.row('Ben Okafor')).toBeVisible();
    await expect(second.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
    await ben.says(roomId, 'One');
    for (const tab of [first, second]) await expect(tab).toHaveTitle(/^\(1\) /);
    await expect(unread).toHaveText('1 unread');

    await net.setOffline(true);
    for (const tab of [first, second]) await expect(tab.getByText('You are offline.')).toBeVisible();
    await ben.says(roomId, 'Two');
    await ben.says(roomId, 'Three');
    await net.setOffline(false);
    await expect(unread).toHaveText('3 unread');
    expect((await ana.overviewOf(roomId))?.unreadCount).toBe(3);
    await first.reload();
    await expect(unread).toHaveText('3 unread');
    await second.goto(`/rooms/${roomId}`);
    await expect(second.getByRole('article').filter({ hasText: 'Three' })).toBeVisible();
    await expect(unread).toBeHidden();
    for (const tab of [first, second]) await expect(tab).not.toHaveTitle(/^\(/);
    await first.reload();
    await expect(device.overview.row('Ben Okafor')).toBeVisible();
    await expect(unread).toBeHidden();
    expect((await ana.overviewOf(roomId))?.unreadCount).toBe(0);
  },
);
