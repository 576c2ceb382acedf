import { lineOf, says } from '../support/long-talk';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

const LINES = 90;

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
      let isLookedAt = true;
      document.hasFocus = () => isLookedAt;
      addEventListener('test-look', ({ detail }: CustomEventInit<boolean>) => {
        isLookedAt = detail === true;
        dispatchEvent(new Event(isLookedAt ? 'focus' : 'blur'));
      });
    });
    const look = (isLookedAt: boolean) =>
      page.evaluate((detail) => void dispatchEvent(new CustomEvent('test-look', { detail })), isLookedAt);
    const unread = async () => (await pair.ana.overviewOf(pair.roomId))?.unreadCount;
    await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
    const room = device.room('Ben Okafor');
    await pair.ben.says(pair.roomId, 'You are here');
    await room.shows(['You are here']);
    await expect.poll(async () => (await pair.ana.overviewOf(pair.roomId))?.lastReadSeq).toBe(1);

    await look(false);
    for (const count of [1, 2]) {
      await pair.ben.says(pair.roomId, `You are away, ${count}`);
      await expect(room.message(`You are away, ${count}`)).toBeInViewport();
      await expect(overview.unread('Ben Okafor')).toHaveText(`${count} unread`);
      expect(await unread()).toBe(count);
    }
    await look(true);
    await expect(overview.unread('Ben Okafor')).toBeHidden();
    await expect.poll(unread).toBe(0);
  },
);
