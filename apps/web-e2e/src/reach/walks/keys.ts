import { expect } from '../../support/test';
import type { Walk } from './walk';

/** API keys: none, one that is made and told once, and deleting it. */
export const keys: Walk = async ({ aDevice, newcomer }, look) => {
  const ana = await newcomer({ name: 'Ana Marques' });
  const device = await aDevice();
  const { page } = device;
  const make = page.getByRole('button', { name: 'Make the key' });
  await device.isOf(ana, '/settings/keys');
  await expect(page.getByText('You have no keys.')).toBeVisible();
  await make.click();
  await expect(page.getByText('Choose at least one thing.')).toBeVisible();
  await look(device, 'no keys, and one with something missing');
  await page.getByLabel('What it is for').fill('Backup of the conversations, every night at half past two');
  await page.getByRole('checkbox', { name: 'Read and search messages' }).check();
  await make.click();
  await expect(page.getByLabel('The key', { exact: true })).toBeFocused();
  await look(device, 'a key that was just made');
  await page.getByRole('button', { name: 'I have put it away' }).click();
  await page.getByRole('button', { name: /^Delete Backup/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(device, 'deleting a key');
};
