import type { Page, Route } from '@playwright/test';
import { networkOf } from '../support/network';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

const API = '**/api/v1/**';
const ways: [how: string, complaint: RegExp, answer: (route: Route) => Promise<void>][] = [
  [
    'answers errors',
    /status of 50\d/,
    (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>', contentType: 'text/html' }),
  ],
  ['gives no answer', /ERR_CONNECTION_REFUSED/, (route) => route.abort('connectionrefused')],
];

/** Whether every deadline of the page ends ten times as soon, from now on and after it is loaded anew. */
const setHasty = (page: Page, isHasty: boolean): Promise<void> =>
  page.evaluate((to) => sessionStorage.setItem('test.isHasty', String(to)), isHasty);

for (const [how, complaint, answer] of ways) {
  test(`a server that ${how}: a clear page, which goes on by itself once it is back`, async ({ pair, aDevice }) => {
    const device = await aDevice();
    const { page } = device;
    device.complaints.expect(complaint);
    await device.isOf(pair.ana, '/no/such/page');
    await page.route(API, answer);
    await page.goto(`/rooms/${pair.roomId}`);
    await expect(page.getByRole('heading', { name: 'Parley is away for a moment' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.unroute(API);
    await expect(device.room('Ben Okafor').composer).toBeVisible();
  });
}

test('a server that takes every question and answers none: that is said in time, with a way to ask again', async ({
  pair,
  aDevice,
}) => {
  await pair.ben.says(pair.roomId, 'There all along');
  const device = await aDevice();
  const { page } = device;
  device.complaints.expect(/ERR_(ABORTED|FAILED|TIMED_OUT)/);
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(sessionStorage.getItem('test.isHasty') === 'true' ? ms / 10 : ms);
  });
  await device.isOf(pair.ana, '/no/such/page');
  const again = page.getByRole('button', { name: 'Try again' }).first();

  // Hasty only while nothing is answered: what the server does answer may take its time.
  await setHasty(page, true);
  await page.route(API, () => new Promise(() => undefined));
  await page.goto(`/rooms/${pair.roomId}`);
  await expect(page.getByRole('heading', { name: 'Parley is away for a moment' })).toBeVisible();
  await setHasty(page, false);
  await page.unroute(API);
  await again.click();
  const room = device.room('Ben Okafor');
  await room.shows(['There all along']);

  // Only a part of what is asked.
  const HISTORY = /\/chatrooms\/[^/]+\/messages/;
  await setHasty(page, true);
  await page.route(HISTORY, () => new Promise(() => undefined));
  await page.reload();
  await expect(page.getByText('Parley does not answer just now.').first()).toBeVisible();
  await setHasty(page, false);
  await page.unroute(HISTORY);
  await again.click();
  await room.shows(['There all along']);
});

test(
  'the connection is gone and does not come back at once: that is said, and goes by itself',
  against('lost after sleep or reconnect'),
  async ({ pair, aDevice }) => {
    const device = await aDevice();
    const { page } = device;
    const net = await networkOf(device);
    await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
    const room = device.room('Ben Okafor');
    await expect(room.composer).toBeVisible();
    await pair.ben.says(pair.roomId, 'Before');
    await room.shows(['Before']);

    await net.setLiveAway(true);
    await expect(page.getByText('Reconnecting…')).toBeVisible();
    await pair.ben.says(pair.roomId, 'Meanwhile');
    await room.say('Mine, meanwhile');
    await net.setLiveAway(false);
    await expect(page.getByText('Reconnecting…')).toBeHidden();
    await expect(room.messages).toHaveCount(3);
    await expect(page.getByText('Waiting for the connection')).toBeHidden();
    await room.shows(['Before', 'Meanwhile', 'Mine, meanwhile']);
  },
);
