import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** What axe finds that keeps somebody out. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`),
    );
}

for (const colorScheme of ['light', 'dark'] as const) {
  const look = { colorScheme, reducedMotion: 'reduce' } as const;

  test(`nothing keeps anybody from signing in, in the ${colorScheme}`, async ({ aDevice }) => {
    const { page } = await aDevice(look);
    for (const [path, heading] of [
      ['/login', 'Welcome back'],
      ['/register', 'Open an account'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    }
  });

  test(`nothing keeps anybody from the app, in the ${colorScheme}`, async ({ aDevice, newcomer }) => {
    // Nine views, each loaded anew and looked through.
    test.setTimeout(240_000);
    const ana = await newcomer({ name: 'Ana Marques', teaches: ['Pottery'], learns: ['Accordion'] });
    const ben = await newcomer({ name: 'Ben Okafor', teaches: ['Accordion'], learns: ['Pottery'] });
    const room = await ana.directRoomWith(ben);
    await ana.says(room.id, 'Look: `let x = 1`, **bold**, and <https://example.org/>');
    await ben.says(room.id, '```ts\nconst answer: number = 42; // no question\n```');
    const device = await aDevice(look);
    const { page } = device;
    const views: [path: string, heading: string][] = [
      ['/rooms', 'Good to see you'],
      [`/rooms/${room.id}`, 'Ben Okafor'],
      [`/rooms/${room.id}/with/${ben.id}`, 'Wants to learn'],
      ['/people', 'Something for both of you'],
      [`/people/${ben.id}`, 'Ben Okafor'],
      ['/settings', 'Ana Marques'],
      ['/settings/profile', 'Profile and skills'],
      ['/settings/sessions', 'Devices'],
      ['/settings/blocked', 'Nobody is blocked'],
    ];
    await device.isOf(ana);
    for (const [path, heading] of views) {
      await test.step(path, async () => {
        await page.goto(path);
        await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
        if (path.startsWith(`/rooms/${room.id}`)) await expect(device.room('Ben Okafor').messages).toHaveCount(2);
        expect.soft(await barriers(page)).toEqual([]);
      });
    }
  });
}
