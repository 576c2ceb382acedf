import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

const results = (page: Page) => page.getByRole('list', { name: 'Messages found' }).getByRole('listitem');

test('a message is found by how a word of it begins, and opened where it stands', async ({ pair, sit }) => {
  const { ana, ben, roomId } = pair;
  await ben.says(roomId, 'Zwetschgenkuchen on <b>Sunday</b>, then?');
  for (let no = 1; no <= 80; no++) await ana.says(roomId, `No. ${no} of the talk`);
  const { device, room } = await sit('ana');
  const { page } = device;
  await expect(room.message('No. 80 of the talk')).toBeInViewport();
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'A name, or a few letters of it' }).fill('zwétschgen');
  await page.getByRole('option', { name: /Search messages for/ }).click();

  await expect(results(page)).toHaveCount(1);
  await expect(results(page)).toContainText('Ben Okafor');
  await expect(results(page)).toContainText('Zwetschgenkuchen on <b>Sunday</b>, then?');
  await expect(results(page).locator('mark')).toHaveText('Zwetschgen');

  await results(page).getByRole('link').click();
  await expect(page).toHaveURL(`/rooms/${roomId}/1`);
  await expect(room.message('Zwetschgenkuchen')).toBeInViewport();
  await expect(room.message('Zwetschgenkuchen')).toBeFocused();
  // Away from it, the same way leads there again.
  await page.getByRole('button', { name: 'To the latest' }).click();
  await expect(room.message('No. 80 of the talk')).toBeInViewport();
  await results(page).getByRole('link').click();
  await expect(room.message('Zwetschgenkuchen')).toBeInViewport();
  await expect(room.message('Zwetschgenkuchen')).toBeFocused();
  // One goes on through what was found.
  await expect(results(page)).toHaveCount(1);
});

test('on a phone one searches in one conversation, and comes back from a message to what was found', async ({
  pair,
  sit,
}) => {
  const { ana, ben, roomId } = pair;
  await ana.says(roomId, 'The accordion is in the kitchen');
  const carla = await ben.groupWith('Music', ana);
  await ben.says(carla.id, 'Whose accordion is it?');
  const { device, room } = await sit('ana', { viewport: { width: 390, height: 844 } });
  const { page } = device;
  await page.getByRole('button', { name: 'Actions for Ben Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Search in it' }).click();
  const field = page.getByRole('searchbox', { name: 'What to look for in messages' });
  await expect(field).toBeFocused();
  await field.fill('a');
  await expect(page.getByText('Type at least two letters of a word.')).toBeVisible();
  await field.fill('accord');
  await expect(results(page)).toHaveCount(1);
  await results(page).getByRole('link').click();
  await expect(room.message('The accordion is in the kitchen')).toBeInViewport();
  await page.goBack();
  await expect(results(page)).toHaveCount(1);
  await page.getByRole('button', { name: /Only with Ben Okafor/ }).click();
  await expect(results(page)).toHaveCount(2);
  await field.fill('zzzzqqq');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
});
