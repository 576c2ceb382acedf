import { PASSWORD } from '@parley/testing';
import { codeOf } from '../support/code-of';
import { expect, test } from '../support/test';

test('a second factor is set up by its key, and every login then asks for a code', async ({ aDevice, newcomer }) => {
  const [person, device, other] = [await newcomer({ name: 'Greta Holm' }), await aDevice(), await aDevice()];
  await device.isOf(person, '/settings/account');
  await device.page.getByRole('button', { name: 'Ask me for a code too…' }).click();
  const dialog = device.page.getByRole('dialog');
  await dialog.getByLabel('Your password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code of the key' })).toBeVisible();
  const key = await dialog.locator('code').innerText();
  await expect(dialog.getByLabel('Code', { exact: true })).toBeFocused();
  await device.page.keyboard.type(codeOf(key));
  await device.page.keyboard.press('Enter');
  const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [recoveryCode = ''] = await codes.allInnerTexts();
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(device.page.getByText('You have 10 recovery codes')).toBeVisible();

  other.complaints.expect(/status of 401 .*\/auth\/login$/);
  await other.page.goto('/people');
  await other.signIn.submit(person.email, PASSWORD);
  await expect(other.page.getByRole('heading', { name: 'One thing more' })).toBeVisible();
  await other.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await other.page.getByLabel('Recovery code').fill(recoveryCode);
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});
