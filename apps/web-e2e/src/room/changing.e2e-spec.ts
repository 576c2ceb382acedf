import { expect, test } from '../support/test';

test('an edit and a deletion show on the other side at once', async ({ pair, sit }) => {
  await pair.ana.says(pair.roomId, 'See you at seven');
  await pair.ana.says(pair.roomId, 'I should not have said this');
  const [ana, ben] = [await sit('ana'), await sit('ben')];
  await ben.room.shows(['See you at seven', 'I should not have said this']);

  await ana.room.act('See you at seven', 'Edit');
  const editor = ana.device.page.getByRole('textbox', { name: 'Edit the message' });
  await expect(editor).toHaveValue('See you at seven');
  await editor.fill('See you at eight');
  await editor.press('Enter');
  await expect(ben.room.messages.first()).toContainText('See you at eight');
  await expect(ben.room.messages.first()).toContainText('edited');

  await ana.room.act('I should not have said this', 'Delete');
  await ana.device.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(ben.room.messages.last()).toContainText('This message was deleted.');
  await ana.room.shows(['See you at eight', 'You deleted this message.']);
  await expect(ben.device.overview.row('Ana Marques')).toContainText('Deleted');

  await ben.device.page.reload();
  await ben.room.shows(['See you at eight', 'This message was deleted.']);
});
