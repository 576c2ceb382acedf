import { lineOf, says } from '../support/long-talk';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

const LINES = 90;
/** Messages that come while nobody looks: more than a view has room for. */
const AWAY = 40;
/** Where somebody looks who has the page open. */
type Looks = 'at it' | 'at another window' | 'at another tab';

test(
  'a room opens at the first unread message, and tells how many are left below',
  against('marked read though never seen'),
  async ({ pair, sit }) => {
    await says(pair.ben, pair.roomId, 1, LINES);
    await pair.ana.api.put(`/chatrooms/${pair.roomId}/me/read`, { seq: 30 });
    const { device, room } = await sit('ana');
    const { page, overview } = device;
    const divider = page.getByText('New', { exact: true });
    const pill = page.getByRole('button', { name: /new messages?$/ });
    const left = async (): Promise<number> => Number(/^\d+/.exec((await pill.textContent())?.trim() ?? '')?.[0]);

    await expect(divider).toBeInViewport();
    await expect(room.message(lineOf(31))).toBeInViewport();
    await expect(room.message(lineOf(LINES))).not.toBeInViewport();
    const [line, first] = [await divider.boundingBox(), await room.message(lineOf(31)).boundingBox()];
    expect(line?.y).toBeLessThan(first?.y ?? NaN);

    // What is below was not seen, and is still unread: here, in the overview, and on the server.
    await expect(pill).toBeVisible();
    await expect.poll(left).toBeLessThan(LINES - 30);
    const count = await left();
    expect(count).toBeGreaterThan(20);
    await expect(overview.unread('Ben Okafor')).toHaveText(`${count} unread`);
    await expect.poll(async () => (await pair.ana.overviewOf(pair.roomId))?.unreadCount).toBe(count);
    // The key that closes a dialog closes the dialog, and nothing that lies behind it is read by it.
    await page.getByRole('button', { name: 'Go to a day' }).first().click();
    await expect(page.getByRole('dialog', { name: 'Go to a day' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Go to a day' })).toBeHidden();
    await pair.ben.says(pair.roomId, 'And one more.');
    await expect(pill).toHaveAccessibleName(`${count + 1} new messages`);
    await expect(room.message(lineOf(31))).toBeInViewport();

    await pill.click();
    await expect(room.message('And one more.')).toBeInViewport();
    await expect(overview.unread('Ben Okafor')).toBeHidden();
    await expect.poll(async () => (await pair.ana.overviewOf(pair.roomId))?.unreadCount).toBe(0);

    // What comes just out of sight is told as well; and Escape reads it all.
    await room.log.hover();
    await page.mouse.wheel(0, -200);
    await expect(room.message('And one more.')).not.toBeInViewport();
    await expect(pill).toBeHidden();
    await pair.ben.says(pair.roomId, 'And the last.');
    await expect(pill).toHaveAccessibleName('1 new message');
    await expect(room.message('And the last.')).not.toBeInViewport();
    await room.composer.press('Escape');
    await expect(room.message('And the last.')).toBeInViewport();
    await expect(pill).toBeHidden();
    await expect.poll(async () => (await pair.ana.overviewOf(pair.roomId))?.unreadCount).toBe(0);
  },
);

test(
  'what comes while nobody looks at the tab is not read until somebody does',
  against('marked read though never seen'),
  async ({ pair, aDevice }) => {
    const device = await aDevice();
    const { page, overview } = device;
    // A browser without a screen says of each of its tabs that it has the focus: who looks at this one is said here.
    await page.addInitScript(() => {
      let looks: Looks = 'at it';
      document.hasFocus = () => looks === 'at it';
      Object.defineProperty(document, 'visibilityState', {
        get: () => (looks === 'at another tab' ? 'hidden' : 'visible'),
      });
      addEventListener('test-look', ({ detail }: CustomEventInit<Looks>) => {
        looks = detail ?? looks;
        document.dispatchEvent(new Event('visibilitychange'));
        dispatchEvent(new Event(looks === 'at it' ? 'focus' : 'blur'));
      });
    });
    const look = (where: Looks) =>
      page.evaluate((detail) => void dispatchEvent(new CustomEvent('test-look', { detail })), where);
    const unread = async () => (await pair.ana.overviewOf(pair.roomId))?.unreadCount;
    await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
    const room = device.room('Ben Okafor');
    await pair.ben.says(pair.roomId, 'You are here');
    await room.shows(['You are here']);
    await expect.poll(async () => (await pair.ana.overviewOf(pair.roomId))?.lastReadSeq).toBe(1);

    await look('at another tab');
    for (const count of [1, 2]) {
      await pair.ben.says(pair.roomId, `You are away, ${count}`);
      await expect(room.message(`You are away, ${count}`)).toBeInViewport();
      await expect(overview.unread('Ben Okafor')).toHaveText(`${count} unread`);
      expect(await unread()).toBe(count);
    }
    await look('at it');
    await expect(overview.unread('Ben Okafor')).toBeHidden();
    await expect.poll(unread).toBe(0);

    // More than there is room for is read from its beginning on, and what is below it is not read yet.
    await look('at another tab');
    await says(pair.ben, pair.roomId, 1, AWAY);
    await expect(overview.unread('Ben Okafor')).toHaveText(`${AWAY} unread`);
    expect(await unread()).toBe(AWAY);
    await look('at it');
    await expect(page.getByText('New', { exact: true })).toBeInViewport();
    await expect(room.message(lineOf(1))).toBeInViewport();
    await expect(room.message(lineOf(AWAY))).not.toBeInViewport();
    await expect(page.getByRole('button', { name: /new messages$/ })).toBeVisible();
    await expect.poll(unread).toBeLessThan(AWAY);
    expect(await unread()).toBeGreaterThan(10);
    await page.getByRole('button', { name: /new messages$/ }).click();
    await expect.poll(unread).toBe(0);

    // What went by in a window beside another one was in view, and nothing moves under the hand that comes back to it.
    await look('at another window');
    await says(pair.ben, pair.roomId, AWAY + 1, 2 * AWAY);
    await expect(room.message(lineOf(2 * AWAY))).toBeInViewport();
    await expect.poll(unread).toBe(AWAY);
    await look('at it');
    await expect.poll(unread).toBe(0);
    await expect(room.message(lineOf(2 * AWAY))).toBeInViewport();
  },
);

test(
  'in a view so high that all that is loaded fits, nothing goes on by itself to what nobody has seen',
  against('marked read though never seen'),
  async ({ pair, aDevice }) => {
    const many = 200;
    for (let count = 1; count <= many; count += 1) await pair.ben.says(pair.roomId, lineOf(count));
    await pair.ana.api.put(`/chatrooms/${pair.roomId}/me/read`, { seq: 30 });
    const device = await aDevice({ viewport: { width: 1_280, height: 1_400 } });
    const { page, overview } = device;
    await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
    const room = device.room('Ben Okafor');
    const pill = page.getByRole('button', { name: /new messages$/ });
    const unread = async () => (await pair.ana.overviewOf(pair.roomId))?.unreadCount ?? 0;
    await expect(room.message(lineOf(31))).toBeInViewport();
    // Pages come until one and a half views are ahead.
    await expect(room.message(lineOf(95))).toBeAttached();
    await expect.poll(unread).toBeLessThan(many - 30);
    await expect(page.getByText('New', { exact: true })).toBeInViewport();
    await expect(room.message(lineOf(31))).toBeInViewport();
    const left = await unread();
    expect(left).toBeGreaterThan(60);
    await expect(pill).toHaveAccessibleName(`${left} new messages`);
    await expect(overview.unread('Ben Okafor')).toHaveText(`${left} unread`);
    await pill.click();
    await expect(room.message(lineOf(many))).toBeInViewport();
    await expect.poll(unread).toBe(0);
  },
);
