import type { Locator } from '@playwright/test';
import { expect, test } from '../support/test';

const LONG = 'As long as a line may be before it goes on in the next, and then some more of it. '.repeat(3);
/** A desk with room beside the column, one without, a tablet, a phone. */
const WIDTHS = [1440, 1280, 1024, 820, 390, 320];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const boxOf = async (locator: Locator): Promise<Box> =>
  (await locator.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
/** How much of two boxes lies one over the other, in pixels of the shorter side. */
const overlap = (one: Box, other: Box): number =>
  Math.max(
    0,
    Math.min(
      Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
      Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
    ),
  );

test('words that leave no room beside them have the whole width to write in, and what can be done stands below', async ({
  sit,
}) => {
  const { device, room } = await sit('ana');
  const form = device.page.locator('parley-composer form');
  const height = async (): Promise<number> => (await boxOf(form)).height;
  const [before, free] = [await height(), (await boxOf(room.composer)).width];
  await room.composer.fill('Short');
  expect(await height()).toBe(before);
  await room.composer.fill(LONG);
  await expect.poll(async () => (await boxOf(room.composer)).width).toBeGreaterThan(free + 80);
  const [words, send] = [await boxOf(room.composer), await boxOf(room.send)];
  expect(send.y).toBeGreaterThanOrEqual(words.y + words.height);
  await room.composer.fill('');
  await expect.poll(height).toBe(before);
});

test('what can be done with a message lies over nobody’s words, on any screen', async ({ pair, sit }) => {
  for (const text of [LONG, LONG, `Last ${LONG}`]) await pair.ben.says(pair.roomId, text);
  await pair.ana.says(pair.roomId, `Own ${LONG}`);
  const { device, room } = await sit('ana', { reducedMotion: 'reduce' });
  const words = device.page.locator('parley-message-item .words');
  for (const width of WIDTHS) {
    await device.page.setViewportSize({ width, height: 900 });
    for (const text of ['Last', 'Own']) {
      await room.message(text).hover();
      const actions = room.message(text).locator('.actions');
      await expect(actions).toBeInViewport({ ratio: 1 });
      const [place, lines] = [await boxOf(actions), await Promise.all((await words.all()).map(boxOf))];
      expect.soft(Math.max(...lines.map((line) => overlap(place, line))), `${text}, ${width} px`).toBeLessThan(1);
    }
  }
});

test('the reactions that are used most leave the menu that they are opened from in view', async ({ pair, sit }) => {
  for (const text of ['One', 'Two', 'Three']) await pair.ben.says(pair.roomId, text);
  const { device, room } = await sit('ana', { reducedMotion: 'reduce' });
  const { page } = device;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await room.open(room.message('Two'));
    await page.getByRole('menuitem', { name: 'React' }).hover();
    await expect(page.getByRole('menuitem', { name: 'Thumbs up' })).toBeVisible();
    const [menu, quick] = [await boxOf(page.getByRole('menu').first()), await boxOf(page.getByRole('menu').last())];
    expect.soft(overlap(menu, quick), `${width} px`).toBe(0);
    expect.soft(quick.x, `${width} px`).toBeGreaterThanOrEqual(0);
    expect.soft(quick.x + quick.width, `${width} px`).toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
});

test('what is said in passing lies over no message, and within one pane', async ({ pair, sit }) => {
  for (const text of ['One', 'Two', 'The newest']) await pair.ben.says(pair.roomId, text);
  const { device, room } = await sit('ana', { reducedMotion: 'reduce' });
  const { page } = device;
  const toast = page.locator('parley-toasts .toast');
  for (const width of [1280, 820, 390]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(`/rooms/${pair.roomId}/99`);
    await expect(toast).toContainText('This message is not there.');
    const form = page.locator('parley-composer form');
    const over = async (other: Locator): Promise<number> => overlap(await boxOf(toast), await boxOf(other));
    await expect.poll(() => over(room.message('The newest'))).toBe(0);
    expect(await over(form), `${width} px`).toBe(0);
    await expect(room.message('The newest')).toBeInViewport({ ratio: 1 });
    const [pane, place] = [await boxOf(page.locator('parley-room-page > section')), await boxOf(toast)];
    expect(place.x, `${width} px`).toBeGreaterThan(pane.x);
    expect(place.x + place.width, `${width} px`).toBeLessThan(pane.x + pane.width);
    // Once it is gone, so is the room that was made for it.
    const { y } = await boxOf(room.message('The newest'));
    await toast.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(async () => (await boxOf(room.message('The newest'))).y).toBeGreaterThan(y + 30);
  }
});
