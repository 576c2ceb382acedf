import { misfits } from '../support/layout';
import { expect, test } from '../support/test';
import { walks } from './walks';

/** The narrowest screen that there is to be for; and a desktop's, 1280 by 800, magnified to 200 %. */
const SCREENS = { narrow: { width: 320, height: 568 }, magnified: { width: 640, height: 400 } } as const;

for (const [name, walk] of walks) {
  test(`nothing of ${name} is cut or scrolls sideways, at 320 px, at 200 %, from right to left`, async ({
    aDevice,
    newcomer,
  }) => {
    test.setTimeout(240_000);
    const narrow = () => aDevice({ viewport: SCREENS.narrow, reducedMotion: 'reduce' });
    await walk({ aDevice: narrow, newcomer }, async ({ page }, state) => {
      const turn = (dir: string) => page.evaluate((to) => void (document.documentElement.dir = to), dir);
      await test.step(state, async () => {
        expect.soft(await misfits(page), state).toEqual([]);
        await turn('rtl');
        expect.soft(await misfits(page), `${state}, from right to left`).toEqual([]);
        await turn('ltr');
        // A menu keeps its place while it is open: for it there is a test of its own.
        if (await page.getByRole('menu').first().isVisible()) return;
        await page.setViewportSize(SCREENS.magnified);
        // What lies over the page finds its place anew a moment later.
        const soft = expect.configure({ soft: true });
        await soft.poll(() => misfits(page), { message: `${state}, at 200 %`, timeout: 3_000 }).toEqual([]);
        await page.setViewportSize(SCREENS.narrow);
      });
    });
  });
}

test('a menu is whole at 200 %, wherever in the view it is opened', async ({ pair, sit }) => {
  for (const text of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) await pair.ana.says(pair.roomId, text);
  const { device, room } = await sit('ana', { viewport: SCREENS.magnified, reducedMotion: 'reduce' });
  await expect(room.message('Six')).toBeInViewport();
  for (const text of ['Six', 'Five', 'Four']) {
    await room.open(room.message(text));
    expect.soft(await misfits(device.page), text).toEqual([]);
    await device.page.keyboard.press('Escape');
  }
});

test('from right to left, all stands on the other side, words included', async ({ aDevice, newcomer }) => {
  const [ana, ben] = [await newcomer({ name: 'Ana Marques' }), await newcomer({ name: 'Ben Okafor' })];
  const { id } = await ana.directRoomWith(ben);
  await ben.says(id, 'From the left');
  await ana.says(id, 'מימין לשמאל');
  const device = await aDevice({ reducedMotion: 'reduce' });
  const { page } = device;
  await page.addInitScript(() => localStorage.setItem('parley.preferences', JSON.stringify({ language: 'ar-XB' })));
  await device.isOf(ana, `/rooms/${id}`);
  const [theirs, mine] = [page.getByRole('article').first(), page.getByRole('article').last()];
  await expect(mine).toContainText('מימין לשמאל');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const box = async (selector: string) =>
    (await page.locator(selector).first().boundingBox()) ?? { x: NaN, width: NaN };
  const [rail, list, room] = [
    await box('parley-shell nav'),
    await box('parley-overview'),
    await box('parley-room-page section'),
  ];
  expect(rail.x).toBeGreaterThan(list.x);
  expect(list.x).toBeGreaterThan(room.x);
  const words = async (of: typeof mine) => (await of.locator('.words').boundingBox())?.x ?? NaN;
  expect(await words(mine)).toBeLessThan(await words(theirs));
  expect(await misfits(page)).toEqual([]);
  for (const path of ['/people', '/settings/profile', `/rooms/${id}/with/${ben.id}`, '/rooms']) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect.soft(await misfits(page), path).toEqual([]);
  }
});
