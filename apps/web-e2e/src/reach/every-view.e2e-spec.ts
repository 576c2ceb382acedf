import type { Page } from '@playwright/test';
import { barriers } from '../support/barriers';
import { misfits } from '../support/layout';
import { against } from '../support/reported';
import { expect, test } from '../support/test';
import { DESKTOP, MAGNIFIED, NARROWEST } from './screens';
import { walks } from './walks';

const turn = (page: Page, dir: string): Promise<void> =>
  page.evaluate((to) => void (document.documentElement.dir = to), dir);

for (const [name, walk] of walks) {
  test(
    `${name}: nothing keeps anybody out, in the light or the dark; nothing is cut at 320 px, at 200 % or from right to left`,
    against('a screen reader or a keyboard is not enough'),
    async ({ aDevice, newcomer, mailFor }) => {
      // Up to twenty states, each looked at on three screens.
      test.setTimeout(300_000);
      const narrow = () => aDevice({ viewport: NARROWEST, reducedMotion: 'reduce', colorScheme: 'light' });
      const soft = expect.configure({ soft: true });
      await walk({ aDevice: narrow, newcomer, mailFor }, async ({ page }, state) => {
        await test.step(state, async () => {
          soft(await misfits(page), state).toEqual([]);
          await turn(page, 'rtl');
          soft(await misfits(page), `${state}, from right to left`).toEqual([]);
          await turn(page, 'ltr');
          // A menu keeps its place while it is open: for it there is a test of its own.
          const isMenu = await page.getByRole('menu').first().isVisible();
          if (!isMenu) {
            await page.setViewportSize(MAGNIFIED);
            // What lies over the page finds its place anew a moment later.
            await soft.poll(() => misfits(page), { message: `${state}, at 200 %`, timeout: 3_000 }).toEqual([]);
            await page.setViewportSize(DESKTOP);
          }
          soft(await barriers(page), state).toEqual([]);
          if (!isMenu) await page.setViewportSize(NARROWEST);
        });
      });
    },
  );
}
