import type { Locator } from '@playwright/test';
import type { Device } from '../support/device';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

const requests = ({ page }: Device): Locator => page.getByRole('list', { name: 'Requests' }).getByRole('listitem');
const toRequests = ({ page }: Device): Locator => page.getByRole('button', { name: /^Requests/ });

test(
  'a first contact waits among the requests, and becomes a conversation by accepting it',
  against('strangers and spam'),
  async ({ newcomer, aDevice }) => {
    const [ana, ben] = [await newcomer({ name: 'Ana Marques' }), await newcomer({ name: 'Ben Okafor' })];
    const { id: roomId } = await ana.contact(ben);
    const [atAna, atBen] = [await aDevice(), await aDevice()];
    await atAna.isOf(ana, `/rooms/${roomId}`);
    await atBen.isOf(ben);
    const [toBen, toAna] = [atAna.room('Ben Okafor'), atBen.room('Ana Marques')];
    const waits = atAna.page.getByText('Ben Okafor has not answered yet.');
    await expect(atAna.page.getByText('You write to Ben Okafor for the first time')).toBeVisible();
    await toBen.say('May I ask you about bread?');
    await expect(waits).toBeVisible();

    await toRequests(atBen).click();
    await expect(requests(atBen)).toContainText('May I ask you about bread?');
    await requests(atBen).getByRole('button', { name: 'Accept the request of Ana Marques' }).click();
    await toAna.shows(['May I ask you about bread?']);
    await expect(waits).toBeHidden();
    const room = atAna.page.getByRole('region', { name: 'Ben Okafor', exact: true });
    await expect(room.getByText('Online', { exact: true })).toBeVisible();
    await toAna.say('Gladly.');
    await toBen.shows(['May I ask you about bread?', 'Gladly.']);
  },
);

test(
  'whoever declines sees it no more, and who asked is told nothing; whoever is blocked cannot ask again',
  against('strangers and spam'),
  async ({ newcomer, aDevice }) => {
    const [ben, ana, eve] = [
      await newcomer({ name: 'Ben Okafor' }),
      await newcomer({ name: 'Ana Marques' }),
      await newcomer({ name: 'Eve Lund' }),
    ];
    const { id: fromAna } = await ana.contact(ben);
    await ana.says(fromAna, 'Hello from Ana');
    const { id: fromEve } = await eve.contact(ben);
    await eve.says(fromEve, 'Hello from Eve');
    const [atAna, atBen] = [await aDevice(), await aDevice()];
    await atBen.isOf(ben);
    await toRequests(atBen).click();
    await expect(requests(atBen)).toHaveCount(2);
    await requests(atBen).getByRole('button', { name: 'Decline the request of Ana Marques' }).click();
    await expect(requests(atBen)).toHaveCount(1);
    await atAna.isOf(ana, `/rooms/${fromAna}`);
    await expect(atAna.page.getByText('Ben Okafor has not answered yet.')).toBeVisible();

    await requests(atBen).getByRole('button', { name: 'Block Eve Lund' }).click();
    await atBen.page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await expect(atBen.page.getByText('No requests')).toBeVisible();
    const again = await eve.api.post(`/chatrooms/${fromEve}/messages`, {
      clientMessageId: '018f0000-0000-7000-8000-0000000000ee',
      text: 'Hello again',
    });
    expect(again.status).toBe(403);
    await atBen.page.reload();
    await expect(atBen.page.getByRole('heading', { name: 'No conversations yet' })).toBeVisible();
  },
);
