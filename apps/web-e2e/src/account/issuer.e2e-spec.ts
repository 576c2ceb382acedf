import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import type { OidcRedirect } from '@parley/contracts';
import { Api, signInThere } from '@parley/testing';
import { NARROWEST } from '../reach/screens';
import { barriers } from '../support/barriers';
import type { Device } from '../support/device';
import { holdTheApp, placeOf } from '../support/first-paint';
import { misfits } from '../support/layout';
import { expect, test } from '../support/test';

/** Somebody whom the issuer knows, and nobody here yet. */
const somebody = (): string => `ines-${randomUUID().slice(-12)}`;

const onward = ({ page }: Device): Locator => page.getByRole('button', { name: 'Continue with Example' });
const heading = ({ page }: Device, name: string): Locator => page.getByRole('heading', { name });

/** Where the browser has been, the address of the page included. */
async function history({ context, page }: Device): Promise<string[]> {
  const devtools = await context.newCDPSession(page);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  await devtools.detach();
  return entries.flatMap(({ url, userTypedURL }) => [url, userTypedURL]);
}

test('whoever signs in at the issuer has an account here, the same each time, and no address keeps by what', async ({
  aDevice,
  system,
}) => {
  const { origin } = system.places;
  const [device, name] = [await aDevice({ reducedMotion: 'reduce' }), somebody()];
  const { page } = device;
  await device.signIn.open();
  await expect(onward(device)).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await onward(device).click();
  await page.getByLabel('Who are you?').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(device.page.getByRole('link', { name: 'See who fits' })).toBeVisible();
  const ours = (await history(device)).filter((address) => address.startsWith(origin));
  expect(ours).toContain(`${origin}/welcome`);
  expect(ours.filter((address) => /[?&](code|state)=/.test(address))).toEqual([]);

  await page.goto('/settings/account');
  await expect(page.getByText(`${name}@issuer.example`).first()).toBeVisible();
  await expect(page.getByText('To disconnect, set a password first.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(onward(device)).toBeVisible();

  // By now this browser knows of the issuer: the page is from the first as it will be.
  const letGo = await holdTheApp(page);
  await page.goto('/login?returnTo=%2Fpeople', { waitUntil: 'commit' });
  await expect(page.locator('.first-issuer')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const first = await placeOf(page.locator('.first-button'));
  letGo();
  await expect(onward(device)).toBeVisible();
  expect(await placeOf(device.signIn.button)).toEqual(first);

  // The issuer knows who they are, and asks no more.
  await onward(device).click();
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  await page.goto('/settings/account');
  await expect(page.getByText(`${name}@issuer.example`).first()).toBeVisible();
});

test('S44: what answers an attempt that was begun elsewhere signs nobody in, is told in words, and leads on', async ({
  aDevice,
  system,
}) => {
  const { origin } = system.places;
  const begun = await new Api(origin).post<OidcRedirect>('/auth/oidc/begin');
  const { address } = await signInThere(begun.body.url, somebody());
  const device = await aDevice({ viewport: NARROWEST, reducedMotion: 'reduce' });
  const { page } = device;
  device.complaints.expect(/status of 401 .*\/auth\/oidc\/finish$/);
  await page.goto(address.href);
  await expect(heading(device, 'That did not work')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('begun in another browser');
  expect(page.url()).toBe(`${origin}/login/oidc`);
  expect(await misfits(page)).toEqual([]);
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('link', { name: 'To signing in' }).click();
  await expect(onward(device)).toBeVisible();
  expect(await misfits(page)).toEqual([]);
  await onward(device).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'You stopped it there' })).toBeVisible();
  await page.getByRole('link', { name: 'To signing in' }).click();
  await expect(heading(device, 'Welcome back')).toBeVisible();
});
