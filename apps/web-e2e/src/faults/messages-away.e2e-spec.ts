import { expect, test } from '../support/test';

const AWAY = 'Parley does not answer just now. Try again in a moment.';

test.afterEach(async ({ operator }) => {
  await operator.resume('messages');
  await operator.ready('messages');
});

test('the service that keeps messages is away: the app says so in words, and recovers', async ({
  pair,
  sit,
  aDevice,
  operator,
}) => {
  await pair.ben.says(pair.roomId, 'Before it went away');
  const ana = await sit('ana');
  await ana.room.shows(['Before it went away']);
  const ben = await aDevice();
  for (const device of [ana.device, ben]) device.complaints.expect(/status of 503/);

  await operator.pause('messages');
  await ben.isOf(pair.ben, `/rooms/${pair.roomId}`);
  await expect(ben.page.getByText(AWAY).first()).toBeVisible();
  await ana.room.say('While it is away');
  await expect(ana.room.message('While it is away')).toBeVisible();

  await operator.resume('messages');
  await operator.ready('messages');
  await expect(ana.room.messages).toHaveCount(2);
  const room = ben.room('Ana Marques');
  await expect(async () => {
    const retry = ben.page.getByRole('button', { name: 'Try again' }).first();
    if (await retry.isVisible()) await retry.click();
    await expect(room.messages).toHaveCount(2, { timeout: 3_000 });
  }).toPass();
  await room.shows(['Before it went away', 'While it is away']);
  await expect(ben.overview.row('Ana Marques')).toContainText('While it is away');
  await expect(ben.page.getByText(AWAY)).toHaveCount(0);
  expect((await pair.ben.overviewOf(pair.roomId))?.lastSeq).toBe(2);
});
