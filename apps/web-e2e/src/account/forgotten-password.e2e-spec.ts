import { expect, linkIn, test } from '../support/test';

const ANOTHER = 'an evening by the river Douro';

test('a forgotten password is replaced by the link of a mail, which is good once', async ({
  aDevice,
  newcomer,
  mailFor,
}) => {
  const [ana, device] = [await newcomer({ name: 'Ana Marques' }), await aDevice()];
  const { page, signIn } = device;
  const heading = (name: string) => page.getByRole('heading', { name });
  const choose = async (password: string) => {
    await expect(heading('Choose a new password')).toBeVisible();
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Set the password' }).click();
  };
  device.complaints.expect(/status of 400 .*\/auth\/reset$/);

  await signIn.open();
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // Signing in has a field of the same name, which stands until the other page has come.
  await expect(heading('A new password')).toBeVisible();
  await page.getByLabel('E-mail', { exact: true }).fill(ana.email);
  await page.getByRole('button', { name: 'Send me the mail' }).click();
  await expect(heading('Look into your mail')).toBeVisible();

  const mail = await mailFor(ana, /A new password/);
  await page.goto(linkIn(mail));
  await choose(ANOTHER);
  await expect(heading('You have a new password')).toBeVisible();
  expect(page.url()).not.toContain(mail.token);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn.submit(ana.email, ANOTHER);
  await expect(heading('No conversations yet')).toBeVisible();

  await page.goto(linkIn(mail));
  await choose('Somebody who has read the mail');
  await expect(heading('This link is not good any more')).toBeVisible();
  await page.getByRole('link', { name: 'Have another mail sent' }).click();
  await expect(heading('A new password')).toBeVisible();
});

test('a link that nobody sent sets no password; one without a token leads to where one is to be had', async ({
  aDevice,
}) => {
  const device = await aDevice();
  const { page } = device;
  const heading = (name: string) => page.getByRole('heading', { name });
  device.complaints.expect(/status of 400 .*\/auth\/reset$/);
  await page.goto('/reset-password#token=nobody-has-ever-sent-this-one');
  await page.getByLabel('New password', { exact: true }).fill(ANOTHER);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(heading('This link is not good any more')).toBeVisible();
  await page.goto('/reset-password');
  await expect(heading('A new password')).toBeVisible();
});
