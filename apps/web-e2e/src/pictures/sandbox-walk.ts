import type { Look } from '../reach/walks/walk';
import { whileWaiting } from '../reach/walks/walk';
import type { Device } from '../support/device';
import { networkOf, type Network } from '../support/network';
import { expect } from '../support/test';
import { DEMO, type Sandbox } from './sandbox';

const HISTORY = /\/api\/v1\/chatrooms\/[^/]+\/messages(\?|$)/;

/** Views as they are in use, full of people and of what they wrote: the walks come through every state, with as little in it as the state needs. */
export async function sandboxWalk(device: Device, sandbox: Sandbox, look: Look): Promise<void> {
  const net = await networkOf(device);
  const shown: Look = async (at, state) => {
    await at.page.waitForLoadState('networkidle');
    await look(at, state);
  };
  await device.context.request.post('/api/v1/auth/login', { data: { ...DEMO, session: 'cookie' } });
  await overview(device, sandbox, shown);
  await people(device, sandbox, shown);
  await aRoom(device, sandbox, shown, net, look);
}

async function overview(device: Device, { stranger, drafted }: Sandbox, look: Look): Promise<void> {
  const { page, overview } = device;
  await page.goto(`/rooms/${drafted.roomId}`);
  await device.room(drafted.name).composer.fill('Shall we say Thursday, at the same time?');
  await overview.open();
  await expect(overview.rooms.nth(3)).toBeVisible();
  await expect(overview.row(drafted.name)).toContainText('Draft:');
  await expect(overview.rooms.first()).toContainText('Pinned');
  await look(device, 'rooms');
  await page.getByRole('button', { name: /^Requests/ }).click();
  await expect(page.getByRole('button', { name: `Accept the request of ${stranger}` })).toBeVisible();
  await look(device, 'requests');
  await overview.open();
  await page.getByRole('button', { name: 'Search messages' }).click();
  await page.getByRole('searchbox', { name: 'What to look for in messages' }).fill('verb');
  await expect(page.getByRole('list', { name: 'Messages found' }).getByRole('listitem').first()).toBeVisible();
  await look(device, 'search');
  await overview.open();
  await expect(overview.rooms.nth(3)).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'A name, or a few letters of it' }).fill('jon');
  await expect(page.getByText('Search messages for')).toBeVisible();
  await look(device, 'switcher');
}

async function people(device: Device, { other }: Sandbox, look: Look): Promise<void> {
  const { page } = device;
  for (const [path, state, words] of [
    ['/people', 'people', 'Something for both of you'],
    ['/people?teaches=Spanish', 'people found', 'People found'],
    [`/people/${other.id}`, 'person', 'Wants to learn'],
    ['/welcome', 'welcome', 'I can teach'],
    ['/settings/profile', 'profile', 'I can teach'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words).first()).toBeVisible();
    await look(device, state);
  }
}

/** What is on its way is looked at by `atOnce`: the network does not rest before it has come, or is given up. */
async function aRoom(device: Device, sandbox: Sandbox, look: Look, net: Network, atOnce: Look): Promise<void> {
  const { roomId, other, groupId } = sandbox;
  const { page } = device;
  const room = device.room(other.name);
  const last = room.messages.last();
  const down = page.getByRole('button', { name: 'To the latest' });
  const menu = async (): Promise<void> => {
    await last.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible();
  };
  await page.goto(`/rooms/${groupId}/details`);
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  await look(device, 'group');
  await page.goto(`/rooms/${roomId}/with/${other.id}`);
  await expect(page.getByText('there now').first()).toBeVisible();
  await look(device, 'room-profile');
  await whileWaiting(device, HISTORY, async () => {
    await page.goto(`/rooms/${roomId}`);
    const shapes = page.locator('parley-message-list .shapes');
    // They come a moment after nothing has: until then they are there and not seen.
    await expect(shapes).toHaveCSS('opacity', '1');
    await atOnce(device, 'room-loading');
    // Still: none of the pictures is of an error.
    await expect(shapes).toBeVisible();
  });
  await expect(last).toBeVisible();
  await look(device, 'room');
  await room.log.evaluate((log) => (log.scrollTop -= 4_000));
  await expect(down).toBeVisible();
  await look(device, 'room-further-up');
  await down.click();
  await menu();
  await look(device, 'room-menu');
  await page.getByRole('menuitem', { name: 'Reply' }).click();
  await room.composer.pressSequentially('See you then :smi');
  await expect(page.getByRole('listbox', { name: 'Emoji found' })).toBeVisible();
  await look(device, 'room-replying');
  await page.keyboard.press('Escape');
  await room.composer.fill('');
  await page.getByRole('button', { name: 'Do not reply to it' }).click();
  await page.getByRole('button', { name: 'Choose an emoji' }).click();
  await expect(page.getByRole('dialog', { name: 'Emoji' }).getByRole('button').nth(20)).toBeVisible();
  await look(device, 'room-emoji');
  await page.keyboard.press('Escape');
  await net.setOffline(true);
  await room.say('I am on the train, see you at eight!');
  await expect(page.getByText('You are offline.')).toBeVisible();
  await expect(page.getByText('Waiting for the connection')).toBeVisible();
  // What is not sent by then never is: the browser is closed before it is online again.
  await look(device, 'room-offline');
}
