import { PASSWORD } from '@parley/testing';
import { codeOf } from '../../support/code-of';
import type { Device } from '../../support/device';
import { expect, linkIn } from '../../support/test';
import type { Look, Walk } from './walk';

/** Turns the second factor on, and looks at what can be done with it. */
async function secondFactor(device: Device, look: Look): Promise<void> {
  const { page } = device;
  await page.getByRole('button', { name: 'Ask me for a code too…' }).click();
  const setUp = page.getByRole('dialog', { name: 'Turn on the second factor' });
  await setUp.getByRole('button', { name: 'Go on' }).click();
  await expect(setUp.getByText('Type your password.')).toBeVisible();
  await look(device, 'a second factor, with something missing');
  await setUp.getByLabel('Your password', { exact: true }).fill(PASSWORD);
  await setUp.getByRole('button', { name: 'Go on' }).click();
  await expect(setUp.getByLabel('Code', { exact: true })).toBeVisible();
  await look(device, 'a second factor, with its key');
  await setUp.getByLabel('Code', { exact: true }).fill(codeOf(await setUp.locator('code').innerText()));
  await setUp.getByRole('button', { name: 'Turn it on' }).click();
  const codes = page.getByRole('dialog', { name: 'Recovery codes' });
  await expect(codes.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  await look(device, 'recovery codes');
  await codes.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('You have 10 recovery codes')).toBeVisible();
  await look(device, 'a second factor that is on');
  await expect(page.locator('parley-toasts .toast')).toHaveCount(0);
  await page.getByRole('button', { name: 'Turn it off…' }).click();
  const off = page.getByRole('dialog', { name: 'Turn off the second factor' });
  await off.getByRole('button', { name: 'Turn it off' }).click();
  await expect(off.getByText('Type the code.')).toBeVisible();
  await look(device, 'a second factor to be turned off');
  await page.keyboard.press('Escape');
  await expect(off).toBeHidden();
}

/** One's account: the address, the password, the second factor, and closing it. */
export const account: Walk = async ({ aDevice, newcomer, mailFor }, look) => {
  const ana = await newcomer({ name: 'Ana Marques' });
  const device = await aDevice();
  const { page } = device;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  device.complaints.expect(/status of 40[03] .*\/(auth|users\/me)\b/);

  await device.isOf(ana, '/settings/account');
  await expect(page.getByRole('button', { name: 'Send the mail again' })).toBeVisible();
  await press('Send a mail there');
  await press('Change the password');
  await expect(page.getByText('Type a whole e-mail address')).toBeVisible();
  await expect(page.getByText('It must have at least')).toBeVisible();
  await look(device, 'an account, with something missing');

  // What is wrong with the one form has no part in what comes of the other.
  await page.goto('/settings/account');
  await page.getByLabel('New e-mail address').fill(`another.${ana.email}`);
  await page.getByLabel('Your password', { exact: true }).fill('not this one, surely');
  await press('Send a mail there');
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await look(device, 'an account, refused');
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD);
  await press('Send a mail there');
  await expect(page.getByText('Your address changes once you open its link')).toBeVisible();
  await look(device, 'a mail is on its way to another address');

  // What was wrong above is not to stand behind what opens over it.
  await page.goto('/settings/account');
  await secondFactor(device, look);

  for (const [button, title, submit] of [
    ['Close it for now…', 'Close your account for now?', 'Close the account'],
    ['Delete it…', 'Delete your account for good?', 'Delete for good'],
  ] as const) {
    await press(button);
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.getByRole('button', { name: submit, exact: true }).click();
    await expect(dialog.getByText('Type your password.')).toBeVisible();
    await look(device, title);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  const other = await aDevice();
  other.complaints.expect(/status of 401 .*\/auth\/login$/);
  const step = other.page.getByRole('heading', { name: 'One thing more' });
  await other.signIn.open();
  await other.signIn.submit(ana.email, PASSWORD);
  await expect(step).toBeVisible();
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.page.getByText('Type the code.')).toBeVisible();
  await look(other, 'the second step of a login');
  await other.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await look(other, 'the second step of a login, by a recovery code');

  await page.goto(linkIn(await mailFor(ana, /Confirm your address/)));
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await page.goto('/settings/account');
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await look(device, 'an account whose address is confirmed');
};
