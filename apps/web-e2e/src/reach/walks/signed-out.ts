import { expect } from '../../support/test';
import type { Walk } from './walk';

/** Signing in, opening an account, and what one may see without either. */
export const signedOut: Walk = async ({ aDevice }, look) => {
  const device = await aDevice();
  const { page, signIn, register } = device;
  const heading = (name: string) => page.getByRole('heading', { name });
  device.complaints.expect(/status of 401 .*\/auth\/login$/, /ERR_FAILED/);

  await signIn.open();
  await expect(heading('Welcome back')).toBeVisible();
  await look(device, 'signing in');
  await signIn.button.click();
  await expect(page.getByText('Type your password.')).toBeVisible();
  await look(device, 'signing in, with something missing');
  await signIn.submit('nobody@test.example', 'not this one, surely');
  await expect(page.getByRole('alert')).toBeVisible();
  await look(device, 'signing in, refused');

  await page.getByRole('link', { name: 'Open an account' }).click();
  await expect(heading('Open an account')).toBeVisible();
  await look(device, 'opening an account');
  await register.submit({ name: '', email: 'not an address', password: 'short' });
  for (const [field, words] of [
    ['Name', /Type the name/],
    ['E-mail', /whole e-mail address/],
    ['Password', /at least \d+ characters/],
  ] as const)
    await expect(page.getByLabel(field, { exact: true })).toHaveAccessibleDescription(words);
  await look(device, 'opening an account, with something wrong');

  await page.goto('/ended');
  await expect(heading('You were signed out')).toBeVisible();
  await look(device, 'signed out by somebody else');
  await page.goto('/no/such/page');
  await expect(heading('There is nothing here')).toBeVisible();
  await look(device, 'nowhere');
  await page.getByRole('link', { name: 'To your conversations' }).click();
  await expect(signIn.button).toBeVisible();

  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/rooms');
  await expect(heading('Parley is away for a moment')).toBeVisible();
  await look(device, 'the server is away');
};

/** Every component, and what opens over the page. */
export const kit: Walk = async ({ aDevice }, look) => {
  const device = await aDevice();
  const { page } = device;
  await page.goto('/kit');
  await expect(page.getByRole('heading', { name: 'The kit of Parley' })).toBeVisible();
  await expect(page.getByText('Refused for good.')).toBeVisible();
  await look(device, 'the kit');
  for (const [part, name] of [
    [/^Notice/, 'notices'],
    [/^Where one writes/, 'where one writes'],
    [/^Heads of rooms/, 'heads of rooms'],
  ] as const) {
    await page.getByRole('heading', { name: part }).evaluate((heading) => heading.scrollIntoView());
    await look(device, `the kit: ${name}`);
  }
  for (const name of ['Dialog', 'Long', 'Confirm', 'Busy', 'Report, not taken']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(device, `the kit: ${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  for (const name of ['What can be done', 'What can be done, in a row']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look(device, `the kit: ${name}`);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('combobox', { name: 'Skill', exact: true }).fill('s');
  await expect(page.getByRole('listbox', { name: 'Skill' })).toBeVisible();
  await page.getByRole('listbox', { name: 'Skill' }).scrollIntoViewIfNeeded();
  await look(device, 'the kit: choices of a combobox');
  for (const name of ['To know', 'Wrong']) await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText('It could not be pinned.')).toBeVisible();
  await look(device, 'the kit: toasts');
};
