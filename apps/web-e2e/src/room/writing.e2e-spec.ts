import { networkOf } from '../support/network';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

test(
  'a message written offline waits, and is delivered once',
  against('sent twice'),
  async ({ pair, aDevice, sit }) => {
    const device = await aDevice();
    const net = await networkOf(device);
    await device.isOf(pair.ana, `/rooms/${pair.roomId}`);
    const ana = { device, room: device.room('Ben Okafor') };
    await expect(ana.room.composer).toBeVisible();
    const ben = await sit('ben');
    await net.setOffline(true);
    await expect(ana.device.page.getByText('You are offline.')).toBeVisible();
    await ana.room.say('Written on the train');
    await ana.room.say('Still on it');
    await expect(ana.room.message('Written on the train')).toContainText('Waiting for the connection');

    await net.setOffline(false);
    await ben.room.shows(['Written on the train', 'Still on it']);
    await ana.room.shows(['Written on the train', 'Still on it']);
    await expect(ana.device.page.getByText('Waiting for the connection')).toBeHidden();
    expect((await pair.ben.overviewOf(pair.roomId))?.lastSeq).toBe(2);
  },
);

test(
  'a draft survives a reload, and belongs to its room',
  against('drafts are lost'),
  async ({ pair, newcomer, sit }) => {
    const carla = await newcomer({ name: 'Carla Weiss' });
    await pair.ana.directRoomWith(carla);
    const { device, room } = await sit('ana');
    await room.composer.fill('Half a thought, to be');
    await device.page.reload();
    await expect(room.composer).toHaveValue('Half a thought, to be');
    await device.overview.link('Carla Weiss').click();
    await expect(device.room('Carla Weiss').composer).toHaveValue('');
    await device.overview.link('Ben Okafor').click();
    await expect(room.composer).toHaveValue('Half a thought, to be');
    await expect(room.messages).toHaveCount(0);
  },
);

test(
  'Enter never sends while an input method composes',
  against('Enter sends half a word while an input method composes'),
  async ({ sit }) => {
    const { device, room } = await sit('ana');
    const keyboard = await device.context.newCDPSession(device.page);
    await room.composer.focus();
    await keyboard.send('Input.imeSetComposition', { text: 'にほんご', selectionStart: 4, selectionEnd: 4 });
    await expect(room.composer).toHaveValue('にほんご');
    await device.page.keyboard.press('Enter');
    await keyboard.send('Input.insertText', { text: '日本語' });
    await expect(room.composer).toHaveValue(/^日本語/);
    await expect(room.messages).toHaveCount(0);

    await device.page.keyboard.press('Enter');
    await room.shows(['日本語']);
    await expect(room.composer).toHaveValue('');
  },
);

test('Shift and Enter begin a new line', async ({ sit }) => {
  const { device, room } = await sit('ana');
  await room.composer.pressSequentially('one');
  await device.page.keyboard.press('Shift+Enter');
  await room.composer.pressSequentially('two');
  await expect(room.composer).toHaveValue('one\ntwo');
  await expect(room.messages).toHaveCount(0);
});
