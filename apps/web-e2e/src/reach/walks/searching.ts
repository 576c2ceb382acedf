import { expect } from '../../support/test';
import { type Walk, whileFailing, whileWaiting } from './walk';

const SEARCH = /\/api\/v1\/messages\/search/;

/** Looking for messages: what is typed, what comes, what is found, and nothing. */
export const searching: Walk = async ({ aDevice, newcomer }, look) => {
  const [ana, ben] = [await newcomer({ name: 'Ana Marques' }), await newcomer({ name: 'Ben Okafor' })];
  const { id: group } = await ben.groupWith('Thursday table for Spanish and everything else', ana);
  await ben.says(group, 'Who brings the Zwetschgenkuchen? '.repeat(9));
  await ana.says(group, 'A Zwetschgendatschi, if anything.');
  const device = await aDevice();
  const { page } = device;
  const field = page.getByRole('searchbox', { name: 'What to look for in messages' });
  await device.isOf(ana, '/rooms');
  await page.getByRole('button', { name: 'Search messages' }).click();
  await expect(field).toBeVisible();
  await look(device, 'what to look for');
  await field.fill('z');
  await expect(page.getByText('Type at least two letters of a word.')).toBeVisible();
  await look(device, 'too little to look for');
  await whileWaiting(device, SEARCH, async () => {
    await field.fill('zwetsch');
    await expect(page.getByRole('list', { name: 'Messages found' })).toHaveAttribute('aria-busy', 'true');
    await look(device, 'messages on their way');
  });
  await expect(page.getByRole('list', { name: 'Messages found' }).getByRole('listitem')).toHaveCount(2);
  await look(device, 'messages found');
  await field.fill('zzzzqqq');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await look(device, 'no message found');
  await whileFailing(device, SEARCH, async () => {
    await field.fill('zwetschge');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await look(device, 'messages that cannot be searched');
  });
};
