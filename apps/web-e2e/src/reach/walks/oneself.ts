import { expect } from '../../support/test';
import type { Walk } from './walk';

const PAGES = ['you', 'appearance', 'language', 'notifications', 'privacy', 'sessions', 'blocked'];

/** One's own profile and everything that can be set. */
export const oneself: Walk = async ({ aDevice, newcomer }, look) => {
  const ana = await newcomer({ name: 'Ana Marques', teaches: ['Pottery'], learns: ['Accordion'] });
  const device = await aDevice();
  const { page } = device;
  await device.isOf(ana, '/settings');
  await expect(page.getByText('Ana Marques').first()).toBeVisible();
  await look(device, 'oneself');
  for (const path of PAGES) {
    await page.goto(`/settings/${path}`);
    await expect(page.locator('parley-settings-section').getByRole('heading').first()).toBeVisible();
    // What is still to come has no words yet.
    await expect(page.locator('parley-skeleton')).toHaveCount(0);
    await look(device, path);
  }
  await page.goto('/settings/profile');
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('combobox', { name: 'Languages you speak' }).fill('portu');
  const offered = page.getByRole('listbox', { name: 'Languages you speak' }).getByRole('option');
  await offered.first().click();
  await page.getByRole('combobox', { name: 'Languages you speak' }).fill('span');
  await expect(offered.first()).toBeVisible();
  await look(device, 'the profile that one edits');
};
