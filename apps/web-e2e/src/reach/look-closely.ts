import { barriers } from '../support/barriers';
import { misfits } from '../support/layout';
import { turn } from '../support/look';
import { expect, test } from '../support/test';
import { DESKTOP, MAGNIFIED, NARROWEST } from './screens';
import type { Look, Start, Walk } from './walks/walk';

/** That nothing is cut at 320 px, at 200 % or from right to left, and that nothing keeps anybody out, whatever the colours. */
const lookClosely: Look = async ({ page }, state) => {
  const soft = expect.configure({ soft: true });
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
      await soft.poll(() => misfits(page), { message: `${state}, at 200 %` }).toEqual([]);
      await page.setViewportSize(DESKTOP);
    }
    soft(await barriers(page), state).toEqual([]);
    if (!isMenu) await page.setViewportSize(NARROWEST);
  });
};

/** Takes a walk on the narrowest screen and looks closely at each state that it comes through. */
export async function walkClosely(walk: Walk, { aDevice, ...start }: Start): Promise<void> {
  // Up to twenty-five states, each looked at on three screens.
  test.setTimeout(300_000);
  const narrow = () => aDevice({ viewport: NARROWEST, reducedMotion: 'reduce', colorScheme: 'light' });
  await walk({ ...start, aDevice: narrow }, lookClosely);
}
