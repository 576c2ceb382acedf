import { aName } from '../../support/a-name';
import { expect } from '../../support/test';
import { type Walk, whileFailing, whileWaiting } from './walk';

const OVERVIEW = /\/api\/v1\/chatrooms(\?|$)/;

/** The list of one's rooms: empty, full, put away, asked for, and what opens over it. */
export const conversations: Walk = async ({ aDevice, newcomer }, look) => {
  const ana = await newcomer({ name: 'Ana Marques' });
  const device = await aDevice();
  const { page, overview } = device;
  await device.isOf(ana);
  await expect(page.getByRole('heading', { name: 'No conversations yet' })).toBeVisible();
  await look(device, 'no conversations');
  await page.getByRole('button', { name: 'Archived conversations' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is archived' })).toBeVisible();
  await look(device, 'nothing archived');

  const [ben, carla, eve] = [
    await newcomer({ name: 'Ben Okafor' }),
    await newcomer({ name: 'Carla Weiß-Świątek the Younger of Nowhere in Particular' }),
    await newcomer({ name: 'Eve Lund' }),
  ];
  await ben.api.patch('/users/me', { headline: 'Accordion, and evenings that end late', location: 'Lagos' });
  await eve.api.patch('/users/me', { headline: 'Bakes with a rye of her own', location: 'Uppsala' });
  await carla.api.patch('/users/me', { headline: 'Translates what others have meant', location: 'Wrocław' });
  // Somebody to be found whom one does not talk with yet.
  await newcomer({ name: aName('Benedikta'), teaches: ['Bookbinding'] });
  const { id: withBen } = await ana.directRoomWith(ben);
  const { id: withCarla } = await ana.directRoomWith(carla);
  const { id: group } = await ben.groupWith('Thursday table for Spanish and everything else', ana);
  await ben.says(withBen, 'Shall we? I have the evening free, and a table at the window. '.repeat(3));
  await ben.says(group, 'Who brings the bread?');
  await ana.says(withCarla, 'See you on Monday');
  await eve.says(
    (await eve.contact(ana)).id,
    'May I ask you about bread? Mine never rises, whatever I do with the yeast. '.repeat(3),
  );
  await ana.api.patch(`/chatrooms/${withBen}/me`, { pinned: true });
  await ana.api.patch(`/chatrooms/${group}/me`, { muted: true });

  await whileWaiting(device, OVERVIEW, async () => {
    await page.goto('/rooms');
    await expect(page.locator('parley-overview [aria-busy]')).toBeVisible();
    await look(device, 'conversations on their way');
  });
  await expect(overview.rooms).toHaveCount(3);
  await expect(overview.unread('Ben Okafor').first()).toBeAttached();
  await look(device, 'conversations');
  await overview.openMenu('Ben Okafor');
  await look(device, 'what can be done with a conversation');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Unread', exact: true }).click();
  await expect(overview.rooms).toHaveCount(2);
  await look(device, 'what is unread');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByRole('button', { name: /^Requests/ }).click();
  await expect(page.getByRole('button', { name: 'Accept the request of Eve Lund' })).toBeVisible();
  await look(device, 'requests');
  await page.getByRole('button', { name: 'Back to all conversations' }).click();

  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('button', { name: 'Start a chat', exact: true }).click();
  await expect(page.getByText('Choose at least one person.')).toBeVisible();
  await look(device, 'a new conversation, with nobody');
  for (const name of ['Ben Okafor', 'Eve Lund']) {
    await page.getByRole('combobox', { name: 'People' }).fill(name);
    await page.getByRole('option').first().click();
  }
  await page.getByRole('button', { name: 'Make the group' }).click();
  await expect(page.getByText('Give it a name')).toBeVisible();
  const found = page.waitForResponse(/\/api\/v1\/users\?/);
  await page.getByRole('combobox', { name: 'People' }).fill('Carla');
  await found;
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(device, 'a new group');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'A name, or a few letters of it' }).fill('ben');
  await expect(page.getByRole('group', { name: 'People' }).getByRole('option').first()).toBeVisible();
  await look(device, 'going to a conversation');
  await page.getByRole('combobox', { name: 'A name, or a few letters of it' }).fill('zzzzqqq');
  await expect(page.getByText('Nobody and nothing of that name.')).toBeVisible();
  await look(device, 'going to nobody');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look(device, 'the keys');
  await page.keyboard.press('Escape');

  await ana.api.patch(`/chatrooms/${withCarla}/me`, { archived: true });
  await page.getByRole('button', { name: 'Archived conversations' }).click();
  await expect(page.getByRole('list', { name: 'Archived' }).getByRole('listitem')).toHaveCount(1);
  await look(device, 'archived conversations');
  await ben.says(withBen, 'Just one thing more, of which I have to tell you at once');
  await expect(page.getByRole('button', { name: /Just one thing more/ })).toBeVisible();
  await look(device, 'news of something elsewhere');

  await whileFailing(device, OVERVIEW, async () => {
    await page.goto('/rooms');
    await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible();
    await look(device, 'conversations that cannot be had');
  });
};
