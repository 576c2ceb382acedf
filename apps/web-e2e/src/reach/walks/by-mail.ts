import { expect, linkIn } from '../../support/test';
import type { Walk } from './walk';

/** A forgotten password, and an address that is confirmed: what asks for a mail, and what its link leads to. */
export const byMail: Walk = async ({ aDevice, newcomer, mailFor }, look) => {
  const ana = await newcomer({ name: 'Ana Marques' });
  const device = await aDevice();
  const { page, signIn } = device;
  const heading = (name: string) => page.getByRole('heading', { name });
  const set = page.getByRole('button', { name: 'Set the password' });
  device.complaints.expect(/status of 400 .*\/auth\/(reset|email\/confirm)$/);

  await signIn.open();
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(heading('A new password')).toBeVisible();
  await page.getByRole('button', { name: 'Send me the mail' }).click();
  await expect(page.getByText('Type a whole e-mail address')).toBeVisible();
  await look(device, 'a forgotten password, with something missing');
  await page.getByLabel('E-mail', { exact: true }).fill(ana.email);
  await page.getByRole('button', { name: 'Send me the mail' }).click();
  await expect(heading('Look into your mail')).toBeVisible();
  await look(device, 'a mail is on its way');

  const link = linkIn(await mailFor(ana, /new password/));
  await page.goto(link);
  await expect(heading('Choose a new password')).toBeVisible();
  await set.click();
  await expect(page.getByText('It must have at least')).toBeVisible();
  await look(device, 'another password, with something missing');
  await page.getByLabel('New password', { exact: true }).fill('an evening by the river Douro');
  await set.click();
  await expect(heading('You have a new password')).toBeVisible();
  await look(device, 'another password is set');
  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('another evening by the river');
  await set.click();
  await expect(heading('This link is not good any more')).toBeVisible();
  await look(device, 'a link that was used');

  const confirmation = linkIn(await mailFor(ana, /Confirm your address/));
  await page.goto(confirmation);
  await expect(heading('Your address is confirmed')).toBeVisible();
  await look(device, 'an address is confirmed');
  await page.goto(confirmation);
  await expect(heading('This link is not good any more')).toBeVisible();
  await look(device, 'an address was confirmed before');
};
