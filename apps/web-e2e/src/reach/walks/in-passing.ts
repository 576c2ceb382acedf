import { networkOf } from '../../support/network';
import { expect } from '../../support/test';
import type { Walk } from './walk';

/** What comes and goes, and the ways in which lists may be shown: for pictures alone, as what they are made of is looked at closely in the other walks. */
export const inPassing: Walk = async ({ aDevice, newcomer }, look) => {
  const ana = await newcomer({ name: 'Ana Marques', teaches: ['Pottery'], learns: ['Accordion'] });
  const ben = await newcomer({ name: 'Ben Okafor', teaches: ['Accordion'], learns: ['Pottery'] });
  const eve = await newcomer({ name: 'Eve Lund' });
  const device = await aDevice();
  const net = await networkOf(device);
  const { page, overview } = device;
  const room = device.room('Ben Okafor');

  const { id: fromEve } = await eve.contact(ana);
  await eve.says(fromEve, 'May I ask you about bread?');
  await device.isOf(ana);
  await expect(page.getByRole('button', { name: /^Requests/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read the request' }).filter({ visible: true })).toBeVisible();
  await look(device, 'a request, and no conversations');

  const { id } = await ana.directRoomWith(ben);
  for (const text of ['Which clay do you begin with?', 'Any clay, and a quiet evening.', 'Then clay it is.'])
    await (text.startsWith('Any') ? ana : ben).says(id, text);
  await ana.api.patch(`/chatrooms/${id}/me`, { archived: true });
  await ana.api.put(`/chatrooms/${fromEve}/request`, { accept: false });
  await page.goto('/rooms');
  await expect(page.getByText('Your conversations are all in the archive.').filter({ visible: true })).toBeVisible();
  await look(device, 'all conversations archived');
  await ana.api.patch(`/chatrooms/${id}/me`, { archived: false });

  await page.goto('/settings/appearance');
  await page.getByText('Closer together', { exact: true }).click();
  await page.goto('/rooms');
  await expect(overview.row('Ben Okafor')).toBeVisible();
  await look(device, 'conversations close together');
  await page.goto('/settings/appearance');
  await page.getByText('With room to breathe', { exact: true }).click();

  await page.goto(`/rooms/${id}`);
  await expect(room.messages).toHaveCount(3);
  const atBen = await ben.connect();
  // Whoever has just come hears only of what is typed from then on.
  await expect(async () => {
    await atBen.command('typing:set', { roomId: id, active: true });
    await expect(page.getByText('Ben Okafor is writing…').first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await look(device, 'somebody who is writing');
  await atBen.command('typing:set', { roomId: id, active: false });
  await page.locator('parley-room-header').getByRole('button', { name: 'Actions for Ben Okafor' }).click();
  await expect(page.getByRole('menuitem', { name: 'Save as a file' })).toBeVisible();
  await look(device, 'what can be done with an open conversation');
  await page.getByRole('menuitem', { name: 'Save as a file' }).click();
  await expect(page.getByText('is saved among your downloads')).toBeVisible();
  await look(device, 'a conversation that was saved');

  await page.locator('parley-room-header').getByRole('button', { name: 'Actions for Ben Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Save as a file' }).click();
  await page.getByRole('button', { name: 'Go to a day' }).first().click();
  await expect(page.getByRole('dialog').getByText('is saved among your downloads').first()).toBeVisible();
  await look(device, 'said over a dialog');
  atBen.close();

  // Without what was said, and what has the focus, since then.
  await page.goto(`/rooms/${id}`);
  await expect(room.messages).toHaveCount(3);
  await net.setLiveAway(true);
  await expect(page.getByText('Reconnecting…')).toBeVisible();
  await look(device, 'the connection is gone for a moment');
  await net.setLiveAway(false);
  await expect(page.getByText('Reconnecting…')).toBeHidden();

  await page.locator('parley-room-header').getByRole('button', { name: 'Actions for Ben Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Search in it' }).click();
  await page.getByRole('searchbox', { name: 'What to look for in messages' }).fill('clay');
  const best = page.getByRole('button', { name: 'Best match first' });
  await best.click();
  await expect(best).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('list', { name: 'Messages found' }).getByRole('listitem')).toHaveCount(3);
  await look(device, 'the best match first, in one conversation');
};
