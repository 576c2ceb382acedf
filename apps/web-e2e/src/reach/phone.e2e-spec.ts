import { devices } from '@playwright/test';
import { expect, test } from '../support/test';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'] ?? {};

test('on a phone the overview and a room take turns', async ({ aDevice, pair }) => {
  await pair.ben.says(pair.roomId, 'From the desk');
  const device = await aDevice({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });
  await device.isOf(pair.ana);
  const room = device.room('Ben Okafor');
  await expect(device.overview.unread('Ben Okafor')).toHaveText('1 unread');
  await expect(room.header).toBeHidden();

  await device.overview.link('Ben Okafor').tap();
  await room.shows(['From the desk']);
  await expect(device.overview.row('Ben Okafor')).toBeHidden();
  await expect(room.composer).toBeInViewport({ ratio: 1 });
  await room.composer.fill('From the phone');
  await room.send.tap();
  await room.shows(['From the desk', 'From the phone']);

  await device.page.getByRole('link', { name: 'Back to all conversations' }).tap();
  await expect(device.overview.row('Ben Okafor')).toContainText('From the phone');
  await expect(device.overview.unread('Ben Okafor')).toBeHidden();
  await expect(room.header).toBeHidden();

  await device.overview.link('Ben Okafor').tap();
  await expect(room.header).toBeVisible();
  await device.page.goBack();
  await expect(device.overview.row('Ben Okafor')).toBeVisible();
});
