import type { Locator, Page } from '@playwright/test';
import { PASSWORD } from '@parley/testing';
import { aName } from '../support/a-name';
import { expect, test } from '../support/test';

/** Goes on from one stop to the next until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 60; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('by keyboard alone: sign in, start a chat, send', async ({ aDevice, newcomer }) => {
  const nameOfHana = aName('Hana');
  const gus = await newcomer({ name: aName('Gus'), teaches: ['Juggling'], learns: ['Esperanto'] });
  await newcomer({ name: nameOfHana, teaches: ['Esperanto'], learns: ['Juggling'] });
  const device = await aDevice();
  const { page, signIn } = device;
  await signIn.open();
  await tabTo(page, signIn.email);
  await page.keyboard.type(gus.email);
  await page.keyboard.press('Tab');
  await expect(signIn.password).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }));
  await page.keyboard.press('Enter');
  await tabTo(page, device.people.startChatWith(nameOfHana));
  await page.keyboard.press('Enter');
  const room = device.room(nameOfHana);
  await tabTo(page, room.composer);
  await page.keyboard.type('No mouse was harmed');
  await page.keyboard.press('Enter');
  await room.shows(['No mouse was harmed']);
  await expect(room.composer).toBeFocused();
});
