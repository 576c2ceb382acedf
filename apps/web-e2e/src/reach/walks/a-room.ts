import type { Person } from '@parley/testing';
import { networkOf } from '../../support/network';
import { expect } from '../../support/test';
import { type Walk, whileFailing, whileWaiting } from './walk';

const HISTORY = /\/api\/v1\/chatrooms\/[^/]+\/messages(\?|$)/;
const WRITTEN = [
  'A line with **bold**, _slanted_, ~~gone~~ and `code`, and <https://example.org/a/long/way/to/go/before/one/is/there/at/last>.',
  '> What somebody said before.\n\n- one\n- two\n\n1. first\n2. second',
  `Donaudampfschifffahrts${'gesellschaft'.repeat(9)}`,
];
const CODE = `\`\`\`ts\nconst answer: number = 42; // ${'no question '.repeat(12)}\n\`\`\``;

/** Says a bit of everything in a room: Markdown, code, an edit, a deletion, a reply, reactions. */
async function talk(ana: Person, ben: Person, roomId: string): Promise<void> {
  for (const text of WRITTEN) await ana.says(roomId, text);
  const [code, gone] = [await ben.says(roomId, CODE), await ana.says(roomId, 'This goes')];
  await ana.api.delete(`/chatrooms/${roomId}/messages/${gone}`);
  await ana.api.patch(`/chatrooms/${roomId}/messages/1`, { text: WRITTEN[0] });
  await ana.api.post(`/chatrooms/${roomId}/messages`, {
    ...{ clientMessageId: '018f0000-0000-7000-8000-0000000000aa', text: 'I have seen it', replyToSeq: code },
  });
  for (const [who, emoji] of [
    [ana, '🎉'],
    [ben, '🎉'],
    [ben, '❤️'],
  ] as const)
    await who.api.put(`/chatrooms/${roomId}/messages/${code}/reactions/${encodeURIComponent(emoji)}`);
  await ben.says(roomId, 'Unread until now');
}

/** A room: what is written in it, and what can be done there. */
export const aRoom: Walk = async ({ aDevice, newcomer }, look) => {
  const ana = await newcomer({ name: 'Ana Marques', teaches: ['Pottery'], learns: ['Accordion'] });
  const ben = await newcomer({ name: 'Ben Okafor', teaches: ['Accordion'], learns: ['Pottery'] });
  const { id } = await ana.directRoomWith(ben);
  const device = await aDevice();
  const net = await networkOf(device);
  const { page } = device;
  const room = device.room('Ben Okafor');
  device.complaints.expect(/status of 404 .*\/(chatrooms|users)\//);
  await device.isOf(ana, `/rooms/${id}`);
  await expect(page.getByText('You could begin with')).toBeVisible();
  await look(device, 'an empty room');

  await page.goto('/rooms');
  await talk(ana, ben, id);
  await whileWaiting(device, HISTORY, async () => {
    await page.goto(`/rooms/${id}`);
    await expect(page.locator('parley-message-list .shapes')).toBeVisible();
    await look(device, 'a room on its way');
  });
  await expect(room.messages).toHaveCount(7);
  await expect(page.getByText('New', { exact: true })).toBeVisible();
  await look(device, 'a room');

  const own = room.message('A line with');
  const menu = page.getByRole('menu');
  await room.open(own);
  await look(device, 'what can be done with a message');
  await menu.getByRole('menuitem', { name: 'React' }).hover();
  await expect(menu.getByRole('menuitem', { name: 'Thumbs up' })).toBeVisible();
  await look(device, 'the reactions that are used most');
  await menu.getByRole('menuitem', { name: 'More' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Emoji' }).getByRole('group').last().getByRole('button').first(),
  ).toBeVisible();
  await look(device, 'all emoji');
  await page.getByLabel('Search emoji').fill('zzzzqqq');
  await expect(page.getByText('No emoji of that name.')).toBeVisible();
  await look(device, 'no emoji');
  await page.keyboard.press('Escape');

  await room.act('A line with', 'Edit');
  await expect(page.getByRole('textbox', { name: 'Edit the message' })).toBeFocused();
  await look(device, 'editing');
  await page.keyboard.press('Escape');
  await room.act('A line with', 'Delete');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(device, 'deleting');
  await page.keyboard.press('Escape');
  await room.act('Unread until now', 'Report');
  await expect(page.getByRole('dialog', { name: 'Report this message?' })).toBeVisible();
  await look(device, 'reporting a message');
  await page.keyboard.press('Escape');
  await room.act('Unread until now', 'Reply');
  await room.composer.pressSequentially('I see :smi');
  await expect(page.getByRole('listbox', { name: 'Emoji found' })).toBeVisible();
  await look(device, 'answering, with emoji to choose from');
  await page.keyboard.press('Escape');
  await room.composer.fill('Too much. '.repeat(900));
  await expect(page.getByText(/characters too many/)).toBeVisible();
  await look(device, 'more than fits in a message');
  await room.composer.fill('');
  await page.getByRole('button', { name: 'Do not reply to it' }).click();
  await page.getByRole('button', { name: 'Go to a day' }).first().click();
  await expect(page.getByLabel('Day', { exact: true })).toBeVisible();
  await look(device, 'going to a day');
  await page.keyboard.press('Escape');

  await net.setOffline(true);
  await room.say('Written on the train');
  await expect(room.message('Written on the train')).toContainText('Waiting for the connection');
  await expect(page.getByText('You are offline.')).toBeVisible();
  await look(device, 'offline, with a message that waits');
  await net.setOffline(false);
  await expect(page.getByText('Waiting for the connection')).toBeHidden();

  await ben.api.put(`/users/me/blocks/${ana.id}`);
  await room.say('Too late');
  await expect(room.message('Too late').getByRole('alert')).toBeVisible();
  await look(device, 'a message that was refused');
  await ana.api.put(`/users/me/blocks/${ben.id}`);
  await page.goto(`/rooms/${id}`);
  await expect(page.getByText('You have blocked Ben Okafor.')).toBeVisible();
  await look(device, 'a room with somebody blocked');

  await page.goto('/rooms/018f0000-0000-7000-8000-00000000dead');
  await expect(page.getByRole('heading', { name: 'This room is not there' })).toBeVisible();
  await look(device, 'no room');
  await whileFailing(device, HISTORY, async () => {
    await page.goto(`/rooms/${id}`);
    await expect(page.getByText('Parley does not answer just now.').first()).toBeVisible();
    await look(device, 'a room that cannot be had');
  });
};
