import type { Page, Route } from '@playwright/test';
import type { Person } from '@parley/testing';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

const EACH_SAYS = 150;

/** Says a lot, of all lengths. */
async function talks(person: Person, roomId: string, name: string): Promise<void> {
  for (let count = 1; count <= EACH_SAYS; count += 1) {
    await person.says(roomId, `No. ${count} of ${name}. ${'There is more to it. '.repeat(count % 9)}`);
  }
}

/** Holds back every page of older messages until it is let go. */
async function holdOlderPages(page: Page): Promise<Route[]> {
  const held: Route[] = [];
  await page.route(/\/messages\?(.*&)?before=/, (route) => void held.push(route));
  return held;
}

test(
  'what one reads stays where it is while older messages come',
  against('scrolling jumps while older messages load'),
  async ({ pair, sit }) => {
    await Promise.all([talks(pair.ana, pair.roomId, 'Ana'), talks(pair.ben, pair.roomId, 'Ben')]);
    await pair.ana.says(pair.roomId, 'And that was all.');
    const { device, room } = await sit('ana');
    const { page } = device;
    await expect(room.message('And that was all.')).toBeInViewport();

    const held = await holdOlderPages(page);
    await room.log.hover();
    for (let prepend = 1; prepend <= 3; prepend += 1) {
      await expect(async () => {
        await page.mouse.wheel(0, -500);
        expect(held).toHaveLength(1);
      }).toPass();
      const row = room.message(await room.underTheEye());
      // Waits until nothing moves any more.
      await row.hover({ trial: true });
      const [before, first] = [await row.boundingBox(), await room.messages.first().textContent()];

      await held.pop()?.continue();
      await expect(room.messages.first()).not.toHaveText(first ?? '');
      await row.hover({ trial: true });
      const after = await row.boundingBox();
      expect(Math.abs((after?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThanOrEqual(1);
    }

    await page.unrouteAll();
    for (const route of held) await route.continue();
    await expect(async () => {
      await page.mouse.wheel(0, -5_000);
      await expect(page.getByText(/^Together here since/)).toBeInViewport({ timeout: 500 });
    }).toPass();
    await expect(room.message('No. 1 of Ana.')).toBeVisible();
    await page.getByRole('button', { name: 'To the latest' }).click();
    await expect(room.message('And that was all.')).toBeInViewport();
  },
);
