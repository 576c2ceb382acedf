import type { Page } from '@playwright/test';
import { misfits } from '../support/layout';
import { expect, test } from '../support/test';
import { MAGNIFIED } from './screens';

/** Runs in the page: notes of all that begins to move from now on how long it takes, in milliseconds. */
function watchMotion(): void {
  const took: number[] = [];
  Object.assign(window, { took });
  for (const type of ['animationstart', 'transitionrun']) {
    document.addEventListener(type, ({ target }) => {
      const moving = (target as Element).getAnimations({ subtree: true });
      took.push(...moving.map(({ effect }) => Number(effect?.getTiming().duration)));
    });
  }
}

/** How long what began to move took, where that is long enough to be seen. */
const motion = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { took: number[] }).took.filter((ms) => ms > 1));

test('a menu is whole at 200 %, wherever in the view it is opened, and moves for nobody who asked for less motion', async ({
  pair,
  sit,
}) => {
  for (const text of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) await pair.ana.says(pair.roomId, text);
  const { device, room } = await sit('ana', { viewport: MAGNIFIED, reducedMotion: 'reduce' });
  const { page } = device;
  await expect(room.message('Six')).toBeInViewport();
  await page.evaluate(watchMotion);
  for (const text of ['Six', 'Five', 'Four']) {
    await room.open(room.message(text));
    expect.soft(await misfits(page), text).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(await motion(page)).toEqual([]);
  // For everybody else it does: what is looked at above would be seen.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await room.open(room.message('Six'));
  await expect.poll(() => motion(page)).not.toEqual([]);
});

test('what opens over the page leaves the page below as it is', async ({ pair, sit }) => {
  const { device, room } = await sit('ana');
  const { page } = device;
  const places = async () => [
    await page.locator('parley-shell nav').boundingBox(),
    await page.locator('parley-composer form').boundingBox(),
  ];
  await pair.ben.says(pair.roomId, 'Here');
  await room.shows(['Here']);
  const before = await places();
  for (const keys of ['Control+K', 'Control+/']) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await places(), keys).toEqual(before);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('on a tablet, beside the list, the head of a conversation names skills and cuts none', async ({
  aDevice,
  newcomer,
}) => {
  const ana = await newcomer({ name: 'Ana Marques', teaches: ['Spanish', 'Salsa'], learns: ['TypeScript', 'German'] });
  const ben = await newcomer({ name: 'Ben Okafor', teaches: ['TypeScript', 'German'], learns: ['Spanish', 'Salsa'] });
  const { id } = await ana.directRoomWith(ben);
  const device = await aDevice({ viewport: { width: 820, height: 1180 } });
  await device.isOf(ana, `/rooms/${id}`);
  const head = device.page.locator('parley-room-header');
  const words = head.locator('parley-fitting-words [data-word]:not(.out) bdi');
  await expect(words.first()).toBeVisible();
  const cut = (all: Element[]) => all.flatMap((word) => (word.scrollWidth > word.clientWidth ? word.textContent : []));
  expect(await words.evaluateAll(cut)).toEqual([]);
  // The sentences are there for whoever does not see the colours.
  await expect(head).toContainText(/Teaches you (TypeScript and German|German and TypeScript)/);
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

test('what is not ticked does not look ticked in colours of the system: the browser draws it, and nothing of ours over it', async ({
  aDevice,
}) => {
  const { page } = await aDevice();
  await page.goto('/');
  const signs = () =>
    page.evaluate(() =>
      ['checkbox', 'radio'].map((type) => {
        const input = document.body.appendChild(Object.assign(document.createElement('input'), { type }));
        return getComputedStyle(input, '::before').content;
      }),
    );
  expect(await signs()).toEqual(['""', '""']);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await signs()).toEqual(['none', 'none']);
});
