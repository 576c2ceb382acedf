import { PASSWORD } from '@parley/testing';
import { expect, test } from '../support/test';

/** How long a session that was ended elsewhere may go on, in milliseconds. */
const WITHIN_MS = 5_000;

test('a session that is ended on another device is over within five seconds, says so, and loses no draft', async ({
  aDevice,
  pair,
  sit,
}) => {
  const { device: old, room } = await sit('ana');
  old.complaints.expect(/status of 401/);
  await room.composer.fill('Not yet sent');
  const present = await aDevice();
  await present.isOf(pair.ana, '/settings/sessions');
  // The session by which the account was opened is among them too; it was no browser's.
  const other = present.page
    .getByRole('listitem')
    .filter({ hasText: 'Chrome' })
    .getByRole('button', { name: 'Sign out' });
  await other.click();
  await expect(old.page.getByRole('heading', { name: 'You were signed out' })).toBeVisible({ timeout: WITHIN_MS });
  await expect(old.page.getByText('It may have been ended on another of your devices')).toBeVisible();
  await expect(other).toHaveCount(0);
  await expect(present.page.getByText('This device')).toBeVisible();

  await old.page.getByRole('link', { name: 'Sign in again' }).click();
  await old.signIn.submit(pair.ana.email, PASSWORD);
  await expect(room.composer).toHaveValue('Not yet sent');
});
