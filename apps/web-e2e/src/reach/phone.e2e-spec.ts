import { devices, type Locator } from '@playwright/test';
import { lineOf, says } from '../support/long-talk';
import { expect, test } from '../support/test';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'] ?? {};
const phone = { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch };

/** How much is free between what stands above and what stands below it, in pixels. */
async function gap(above: Locator, below: Locator): Promise<number> {
  const [upper, lower] = [await above.boundingBox(), await below.boundingBox()];
  return (lower?.y ?? NaN) - (upper?.y ?? NaN) - (upper?.height ?? NaN);
}

test('on a phone the overview and a room take turns', async ({ aDevice, pair }) => {
  await pair.ben.says(pair.roomId, 'From the desk');
  const device = await aDevice(phone);
  await device.isOf(pair.ana);
  const room = device.room('Ben Okafor');
  await expect(device.overview.unread('Ben Okafor')).toHaveText('1 unread');
  await expect(room.header).toBeHidden();

  await device.overview.link('Ben Okafor').tap();
  await room.shows(['From the desk']);
  await expect(device.overview.row('Ben Okafor')).toBeHidden();
  await expect(room.composer).toBeInViewport({ ratio: 1 });
  await room.composer.fill('From the phone');
  await room.send.tap();
  await room.shows(['From the desk', 'From the phone']);

  // However much one writes: what is said in passing lies above it.
  await room.composer.fill('A line and one more\n'.repeat(12));
  await device.page.goto(`/rooms/${pair.roomId}/99`);
  const toast = device.page.locator('parley-toasts .toast');
  await expect(toast).toContainText('This message is not there.');
  const form = device.page.locator('parley-composer form');
  expect((await form.boundingBox())?.height).toBeGreaterThan(150);
  // It comes from a little below.
  await expect.poll(() => gap(toast, form)).toBeGreaterThanOrEqual(0);
  await room.composer.fill('');

  await device.page.getByRole('link', { name: 'Back to all conversations' }).tap();
  await expect(device.overview.row('Ben Okafor')).toContainText('From the phone');
  await expect(device.overview.unread('Ben Okafor')).toBeHidden();
  await expect(room.header).toBeHidden();

  await device.overview.link('Ben Okafor').tap();
  await expect(room.header).toBeVisible();
  await device.page.goBack();
  await expect(device.overview.row('Ben Okafor')).toBeVisible();
});

test('on a phone a profile covers the room, and gives it back where it was; nothing is read behind it', async ({
  aDevice,
  pair,
}) => {
  const lines = 60;
  await says(pair.ben, pair.roomId, 1, lines);
  await pair.ana.api.put(`/chatrooms/${pair.roomId}/me/read`, { seq: 20 });
  const device = await aDevice(phone);
  await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
  const room = device.room('Ben Okafor');
  await expect(room.message(lineOf(21))).toBeInViewport();
  const unread = async () => (await pair.ana.overviewOf(pair.roomId))?.unreadCount ?? 0;
  await expect.poll(unread).toBeLessThan(lines - 20);
  const [left, before] = [await unread(), await room.message(lineOf(21)).boundingBox()];
  expect(left).toBeGreaterThan(20);

  await room.header.tap();
  await expect(device.page).toHaveURL(/\/with\//);
  await expect(room.header).toBeHidden();
  await pair.ben.says(pair.roomId, 'Meanwhile');
  await device.page.goBack();
  await expect(room.header).toBeVisible();
  await expect(room.message(lineOf(21))).toBeInViewport();
  const after = await room.message(lineOf(21)).boundingBox();
  expect(Math.abs((after?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThanOrEqual(1);
  const pill = device.page.getByRole('button', { name: `${left + 1} new messages` });
  await expect(pill).toBeVisible();
  expect(await unread()).toBe(left + 1);

  // From the newest on as well: what comes behind the profile is read from its first message on.
  await pill.tap();
  await expect.poll(unread).toBe(0);
  await room.header.tap();
  await expect(room.header).toBeHidden();
  await says(pair.ben, pair.roomId, lines + 1, 2 * lines);
  expect(await unread()).toBe(lines);
  await device.page.goBack();
  await expect(room.message(lineOf(lines + 1))).toBeInViewport();
  await expect(device.page.getByText('New', { exact: true })).toBeInViewport();
  await expect(room.message(lineOf(2 * lines))).not.toBeInViewport();
  await expect.poll(unread).toBeLessThan(lines);
  expect(await unread()).toBeGreaterThan(lines / 2);

  // What one says oneself is in view and stays there, however high it is.
  await room.composer.fill(`${'A line of mine\n'.repeat(30)}and the last.`);
  await room.send.tap();
  await expect.poll(unread).toBe(0);
  await expect(room.message('and the last.')).toBeInViewport();
  await expect(device.page.getByRole('button', { name: /new messages?$/ })).toBeHidden();
  expect(await room.log.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop)).toBeLessThan(32);
});

test('on a phone one sees oneself as others do, and comes back to the list', async ({ aDevice, newcomer }) => {
  const [person, device] = [await newcomer({ name: 'Ana Marques', teaches: ['Pottery'] }), await aDevice(phone)];
  const { page } = device;
  await device.isOf(person, '/settings');
  await page.getByRole('link', { name: /Ana Marques/ }).tap();
  await expect(page.getByRole('heading', { name: 'How others see you' })).toBeVisible();
  await expect(page.getByText('Pottery')).toBeVisible();
  await page.getByRole('link', { name: 'Back', exact: true }).tap();
  await expect(page.getByRole('link', { name: 'Appearance' })).toBeVisible();
});

test('on a phone emoji to choose from lie at the foot of the screen, as wide as it', async ({ aDevice, pair }) => {
  const device = await aDevice({ ...phone, reducedMotion: 'reduce' });
  const { page } = device;
  await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
  await page.getByRole('button', { name: 'Choose an emoji' }).tap();
  const emoji = page.getByRole('dialog', { name: 'Emoji' });
  await expect(emoji.getByRole('group').last().getByRole('button').first()).toBeVisible();
  const { width, height } = page.viewportSize() ?? { width: NaN, height: NaN };
  const box = await emoji.boundingBox();
  expect([box?.x, box?.width, (box?.y ?? NaN) + (box?.height ?? NaN)]).toEqual([0, width, height]);
});

test('what is said in passing, two lines long, leaves the bar below free', async ({ aDevice, newcomer }) => {
  const [person, device] = [await newcomer({ name: 'Ana Marques' }), await aDevice(phone)];
  await device.isOf(person, '/settings/account');
  await device.page.getByRole('button', { name: 'Send the mail again' }).tap();
  const toast = device.page.locator('parley-toasts .toast');
  await expect(toast).toContainText('A mail is on its way');
  expect((await toast.boundingBox())?.height).toBeGreaterThan(50);
  await expect.poll(() => gap(toast, device.page.getByRole('navigation'))).toBeGreaterThan(0);
});

test('a finger that rests on a conversation opens its menu, and not the conversation', async ({ aDevice, pair }) => {
  const device = await aDevice(phone);
  await device.isOf(pair.ana);
  const box = await device.overview.link('Ben Okafor').boundingBox();
  const touchPoints = [{ x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 }];
  const devtools = await device.context.newCDPSession(device.page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  const choice = (name: string): Locator => device.page.getByRole('menuitem', { name });
  await expect(choice('Pin')).toBeVisible();
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await choice('Mute').tap();
  await expect(device.overview.row('Ben Okafor')).toContainText('Muted');
  await expect(device.page).toHaveURL(/\/rooms$/);
});
