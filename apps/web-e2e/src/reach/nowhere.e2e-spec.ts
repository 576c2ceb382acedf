import { expect, test } from '../support/test';

test('an address that leads nowhere says so, and leads on', async ({ aDevice }) => {
  const { page, signIn } = await aDevice();
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.getByRole('link', { name: 'To your conversations' }).click();
  await expect(signIn.button).toBeVisible();
});
