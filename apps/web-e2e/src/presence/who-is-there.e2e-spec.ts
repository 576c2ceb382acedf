import { against } from '../support/reported';
import { expect, test } from '../support/test';

test(
  'who is there shows by a dot and in words: online, away, hidden, gone',
  against('presence is stuck'),
  async ({ pair, sit, aDevice }) => {
    const ana = await sit('ana');
    const { page, overview } = ana.device;
    const head = page.getByRole('region', { name: 'Ben Okafor', exact: true }).locator('header parley-presence');
    const row = overview.row('Ben Okafor').locator('parley-presence');
    await expect(head).toHaveText('');

    const ben = await aDevice();
    await ben.page.clock.install();
    await ben.isOf(pair.ben, '/settings/privacy');
    const shows = ben.page.getByRole('switch', { name: 'Whether you are there' });
    await expect(shows).toBeChecked();
    for (const place of [head, row]) {
      await expect(place).toHaveText('Online');
      await expect(place.locator('i.online')).toBeVisible();
    }
    await ben.page.clock.fastForward('05:10');
    for (const place of [head, row]) {
      await expect(place).toHaveText('Away');
      await expect(place.locator('i.away')).toBeVisible();
    }
    await ben.page.mouse.move(200, 200);
    await expect(head).toHaveText('Online');

    await shows.click();
    for (const place of [head, row]) await expect(place).toHaveText('');
    await shows.click();
    await expect(head).toHaveText('Online');
    await ben.context.close();
    await expect(head).toHaveText(/^Last seen/);
    await expect(row.locator('i')).toHaveCount(0);
  },
);

test(
  'that somebody writes ends with their browser, and who has two devices is there until both have gone',
  against('presence is stuck'),
  async ({ sit }) => {
    const ana = await sit('ana');
    const { page } = ana.device;
    const head = page.getByRole('region', { name: 'Ben Okafor', exact: true }).locator('header parley-presence');
    const line = page.locator('parley-typing-line');
    const [desk, phone] = [await sit('ben'), await sit('ben')];
    await expect(head).toHaveText('Online');
    await desk.room.composer.pressSequentially('I was about to');
    await expect(line).toContainText('is writing…');
    await desk.room.composer.press('Enter');
    await expect(line).not.toContainText('is writing…');

    await phone.room.composer.pressSequentially('And on the phone');
    await expect(line).toContainText('is writing…');
    await phone.device.context.close();
    await expect(line).not.toContainText('is writing…');
    await expect(head).toHaveText('Online');
    await desk.device.context.close();
    await expect(head).toHaveText(/^Last seen/);
  },
);
