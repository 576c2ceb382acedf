import type { Locator, Page } from '@playwright/test';
import { PASSWORD } from '@parley/testing';
import { against } from '../support/reported';
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

test(
  'by keyboard alone: sign in, start a chat, send',
  against('a screen reader or a keyboard is not enough'),
  async ({ aDevice, newcomer }) => {
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
  },
);

test(
  'by keyboard alone: sign in, find a conversation, react to a message, answer it',
  against('a screen reader or a keyboard is not enough'),
  async ({ pair, sit, aDevice }) => {
    await pair.ben.says(pair.roomId, 'Shall we begin on Monday?');
    await pair.ben.says(pair.roomId, 'Or on Tuesday?');
    const [device, ben] = [await aDevice(), await sit('ben')];
    const ana = { device, room: device.room('Ben Okafor') };
    await ben.room.shows(['Shall we begin on Monday?', 'Or on Tuesday?']);
    const { keyboard } = ana.device.page;
    const choice = (name: string): Locator => ana.device.page.getByRole('menuitem', { name, exact: true });
    const monday = ana.room.message('Shall we begin on Monday?');

    await device.signIn.open();
    await tabTo(device.page, device.signIn.email);
    await keyboard.type(pair.ana.email);
    await keyboard.press('Tab');
    await keyboard.type(PASSWORD);
    await keyboard.press('Enter');
    await expect(device.overview.row('Ben Okafor')).toBeVisible();
    await keyboard.press('Control+K');
    await expect(device.page.getByRole('combobox', { name: 'A name, or a few letters of it' })).toBeFocused();
    await keyboard.type('okafor');
    await expect(device.page.getByRole('option', { name: 'Ben Okafor' }).first()).toBeVisible();
    await keyboard.press('Enter');
    await expect(ana.room.composer).toBeFocused();
    // What is there to go back to comes a moment later.
    await ana.room.shows(['Shall we begin on Monday?', 'Or on Tuesday?']);
    await keyboard.press('Shift+Tab');
    await expect(ana.room.messages.last()).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(monday).toBeFocused();
    await keyboard.press('Enter');
    await expect(choice('React')).toBeFocused();
    await keyboard.press('Enter');
    await expect(choice('Thumbs up')).toBeFocused();
    await keyboard.press('ArrowRight');
    await expect(choice('Heart')).toBeFocused();
    await keyboard.press('Enter');
    await expect(monday).toBeFocused();
    const reaction = ben.room.message('Shall we begin on Monday?').getByRole('button', { name: '❤️ 1: Ana Marques' });
    await expect(reaction).toHaveText(/1/);

    await keyboard.press('Enter');
    await expect(choice('React')).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(choice('Reply')).toBeFocused();
    await keyboard.press('Enter');
    await expect(ana.room.composer).toBeFocused();
    await keyboard.type('On Monday, gladly');
    await keyboard.press('Enter');
    await expect(ana.room.composer).toBeFocused();
    const answer = ben.room.message('On Monday, gladly');
    await expect(
      answer.getByRole('button', { name: /^In reply to\s*You\s*Shall we begin on Monday\?$/ }),
    ).toBeVisible();
  },
);
