import { PASSWORD } from '@parley/testing';
import { against } from '../support/reported';
import { expect, test } from '../support/test';

test('a draft survives a session that expired', against('drafts are lost'), async ({ pair, sit }) => {
  const { device, room } = await sit('ana');
  await room.composer.fill('Written before it expired');
  await room.composer.blur();
  await device.context.clearCookies();
  await device.page.reload();
  await expect(device.signIn.button).toBeVisible();
  await device.signIn.submit(pair.ana.email, PASSWORD);
  await expect(room.composer).toHaveValue('Written before it expired');
  await expect(room.messages).toHaveCount(0);
});

test('the key that goes up edits the last message: Escape leaves it as it was, Enter saves it', async ({
  pair,
  sit,
}) => {
  await pair.ana.says(pair.roomId, 'See you at seven');
  await pair.ben.says(pair.roomId, 'Seven?');
  const { device, room } = await sit('ana');
  await room.shows(['See you at seven', 'Seven?']);
  await room.composer.press('ArrowUp');
  const editor = device.page.getByRole('textbox', { name: 'Edit the message' });
  await expect(editor).toHaveValue('See you at seven');
  await editor.fill('Something else');
  await editor.press('Escape');
  await room.shows(['See you at seven', 'Seven?']);
  await room.composer.press('ArrowUp');
  await expect(editor).toHaveValue('See you at seven');
  await editor.fill('See you at eight');
  await editor.press('Enter');
  await room.shows(['See you at eight', 'Seven?']);
  await expect(room.composer).toBeFocused();
});
