import { randomUUID } from 'node:crypto';
import type { OidcRedirect } from '@parley/contracts';
import { signInThere } from '@parley/testing';
import { expect } from '../../support/test';
import { type Walk, whileWaiting } from './walk';

/** Signing in where an issuer is known, by which one may: the button, what comes back, and an account without a password. */
export const byAnIssuer: Walk = async ({ aDevice }, look) => {
  const [device, elsewhere] = [await aDevice(), await aDevice()];
  const { page, signIn } = device;
  const onward = page.getByRole('button', { name: 'Continue with Example' });
  const heading = (name: string) => page.getByRole('heading', { name });
  device.complaints.expect(/status of 401 .*\/auth\/oidc\/finish$/);

  await signIn.open();
  await expect(onward).toBeVisible();
  await look(device, 'signing in, by an issuer too');
  await onward.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'You stopped it there' })).toBeVisible();
  await look(device, 'stopped at the issuer');

  const begun = await elsewhere.context.request.post('/api/v1/auth/oidc/begin');
  const { url } = (await begun.json()) as OidcRedirect;
  const { address } = await signInThere(url, `ines-${randomUUID().slice(-12)}`);
  await page.goto(address.href);
  await expect(page.getByRole('alert')).toContainText('begun in another browser');
  await look(device, 'an answer that signs nobody in');

  await page.getByRole('link', { name: 'To signing in' }).click();
  await onward.click();
  await page.getByLabel('Who are you?').fill(`ines-${randomUUID().slice(-12)}`);
  await whileWaiting(device, /\/auth\/oidc\/finish$/, async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading('Signing you in')).toBeVisible();
    await look(device, 'an answer on its way');
  });
  await expect(page.getByRole('link', { name: 'See who fits' })).toBeVisible();
  await page.goto('/settings/account');
  await expect(page.getByText('To disconnect, set a password first.')).toBeVisible();
  await look(device, 'an account without a password');
};
