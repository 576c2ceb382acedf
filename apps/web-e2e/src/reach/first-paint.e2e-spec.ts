import type { Locator } from '@playwright/test';
import { holdTheApp, placeOf } from '../support/first-paint';
import { expect, test } from '../support/test';

const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

for (const [name, viewport] of Object.entries(SCREENS)) {
  test(`what is seen before the app is there stays where it is: signing in, on a ${name}`, async ({ aDevice }) => {
    const { page } = await aDevice({ viewport });
    const letGo = await holdTheApp(page);
    await page.goto('/login', { waitUntil: 'commit' });
    const first = page.locator('#first');
    const shown = (selector: string): Locator => first.locator(`${selector}:visible`).first();
    await expect(shown('.first-headline')).toContainText('Teach what you know.');
    // A desktop shows ours at once; what is measured is where they have come to stand.
    await page.evaluate(() => document.fonts.ready);
    const before = {
      headline: await placeOf(shown('.first-headline')),
      title: await placeOf(shown('.first-title')),
      email: await placeOf(shown('.first-field i')),
      button: await placeOf(shown('.first-button')),
    };
    letGo();
    await expect(first).toHaveCount(0);
    const frame = page.locator('parley-auth-frame');
    await expect(frame.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
    expect({
      headline: await placeOf(frame.locator('.headline:visible')),
      title: await placeOf(frame.getByRole('heading', { name: 'Welcome back' })),
      email: await placeOf(page.getByLabel('E-mail')),
      button: await placeOf(page.getByRole('button', { name: 'Sign in' })),
    }).toEqual(before);
  });
}

test('a member sees the shape of their rooms at once, in their colours and their language, and never the way in', async ({
  aDevice,
  newcomer,
}) => {
  const device = await aDevice();
  const { page } = device;
  await device.isOf(await newcomer({ name: 'Ana Marques' }));
  await expect(page.getByRole('heading', { name: 'Conversations', exact: true })).toBeVisible();
  await page.evaluate(() => localStorage.setItem('parley.preferences', '{"theme":"dark","language":"de"}'));
  const letGo = await holdTheApp(page);
  await page.goto('/rooms', { waitUntil: 'commit' });
  const title = page.locator('#first .first-head');
  await expect(title).toBeVisible();
  await expect(title.locator(':visible')).toHaveText('Gespräche');
  await expect(page.locator('.first-welcome')).toBeHidden();
  const lightness = await page.evaluate(
    () => /oklch\(([\d.]+)/.exec(getComputedStyle(document.body).backgroundColor)?.[1],
  );
  expect(Number(lightness)).toBeLessThan(0.3);
  const { x } = await placeOf(title);
  letGo();
  await expect(page.locator('#first')).toHaveCount(0);
  const heading = page.getByRole('heading', { name: 'Gespräche', exact: true });
  await expect(heading).toBeVisible();
  expect((await placeOf(heading)).x - 20).toBe(x);
});
