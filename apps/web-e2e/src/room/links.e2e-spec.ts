import type { Route } from '@playwright/test';
import { lineOf, says } from '../support/long-talk';
import { clearOfMidnight } from '../support/midnight';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

const LINES = 90;

test(
  'a link to a message opens its room there; what is older and newer comes without a jump',
  against('scrolling jumps while older messages load'),
  async ({ pair, sit }) => {
    await clearOfMidnight();
    await says(pair.ben, pair.roomId, 1, 2 * LINES);
    // Whoever has read all begins at the end.
    await pair.ana.api.put(`/chatrooms/${pair.roomId}/me/read`, { seq: 2 * LINES });
    const { device, room } = await sit('ana');
    const { page } = device;
    await expect(room.message(lineOf(2 * LINES))).toBeInViewport();
    await device.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await expect(room.message(lineOf(1))).toBeHidden();
    await page.goto(`/rooms/${pair.roomId}/90`);
    const target = room.message(lineOf(90));
    await expect(target).toBeInViewport();
    await expect(target).toBeFocused();
    await expect(room.message(lineOf(2 * LINES))).toBeHidden();

    await room.act(lineOf(90), 'Copy link');
    await expect(page.getByText('The link is copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${new URL(page.url()).origin}/rooms/${pair.roomId}/90`,
    );

    // Older and newer messages are fetched from the middle of the room, and what one reads stays where it is.
    const held: Route[] = [];
    await page.route(/\/messages\?(.*&)?(before|after)=/, (route) => void held.push(route));
    await room.log.hover();
    for (const way of [-500, 500]) {
      await expect(async () => {
        await page.mouse.wheel(0, way);
        expect(held).toHaveLength(1);
      }).toPass();
      const row = room.message(await room.underTheEye());
      // Waits until nothing moves any more.
      await row.hover({ trial: true });
      const [before, drawn] = [await row.boundingBox(), await room.ends()];
      await held.pop()?.continue();
      await expect.poll(() => room.ends()).not.toEqual(drawn);
      await row.hover({ trial: true });
      const after = await row.boundingBox();
      expect(Math.abs((after?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThanOrEqual(1);
    }
    await page.unrouteAll();
    for (const route of held) await route.continue();

    // The day of what one reads stands above it, and leads to any other.
    const day = room.log.getByRole('heading', { level: 2 }).getByRole('button').last();
    await expect(room.message(lineOf(1))).not.toBeInViewport();
    await expect(day).toBeInViewport({ ratio: 1 });
    await day.click();
    const dialog = page.getByRole('dialog', { name: 'Go to a day' });
    await dialog.getByRole('button', { name: 'Go', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(room.message(lineOf(1))).toBeInViewport();
    await expect(room.message(lineOf(1))).toBeFocused();
  },
);
