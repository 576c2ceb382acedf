import { expect, test } from '../support/test';

const BETWEEN = ['I bring the bread', 'And the salt', 'And a chair'];

test('an edit and a deletion show on the other side at once; what one edits is whole in view however long it grows', async ({
  pair,
  sit,
}) => {
  const said = ['See you at seven', ...BETWEEN, 'I should not have said this'];
  for (const text of said) await pair.ana.says(pair.roomId, text);
  const [ana, ben] = [await sit('ana', { viewport: { width: 1280, height: 560 } }), await sit('ben')];
  await ben.room.shows(said);

  await ana.room.act('See you at seven', 'Edit');
  const editor = ana.device.page.getByRole('textbox', { name: 'Edit the message' });
  await expect(editor).toHaveValue('See you at seven');
  const one = (await editor.boundingBox())?.height ?? NaN;
  await editor.fill('A line and one more\n'.repeat(12));
  await expect.poll(async () => (await editor.boundingBox())?.height).toBeGreaterThan(6 * one);
  await expect(editor).toBeInViewport({ ratio: 1 });
  await expect(ana.device.page.getByRole('button', { name: 'Save', exact: true })).toBeInViewport({ ratio: 1 });
  await editor.fill('See you at eight');
  await editor.press('Enter');
  await expect(ben.room.messages.first()).toContainText('See you at eight');
  await expect(ben.room.messages.first()).toContainText('edited');

  await ana.room.act('I should not have said this', 'Delete');
  await ana.device.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(ben.room.messages.last()).toContainText('This message was deleted.');
  await ana.room.shows(['See you at eight', ...BETWEEN, 'You deleted this message.']);
  await expect(ben.device.overview.row('Ana Marques')).toContainText('Deleted');

  await ben.device.page.reload();
  await ben.room.shows(['See you at eight', ...BETWEEN, 'This message was deleted.']);
});
