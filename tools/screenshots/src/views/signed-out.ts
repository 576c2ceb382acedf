import type { Page } from '@playwright/test';
import type { View } from '../view';

const by = 'nobody';
const submit = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const email = (page: Page): Promise<void> => page.getByLabel('E-mail', { exact: true }).fill('ines@parley.example');

/** What one sees without an account, or before signing in. */
export const signedOut: readonly View[] = [
  { name: 'sign-in', by, path: () => '/login', shows: 'Welcome back' },
  {
    ...{ name: 'sign-in-wrong', by, path: () => '/login', shows: 'Welcome back' },
    act: async (page) => {
      await email(page);
      await page.getByLabel('Password', { exact: true }).fill('not this one, surely');
      await submit(page, 'Sign in');
    },
    then: 'do not fit together',
  },
  { name: 'register', by, path: () => '/register', shows: 'At least' },
  {
    ...{ name: 'register-wrong', by, path: () => '/register', shows: 'At least' },
    act: (page) => submit(page, 'Open an account'),
    then: 'Type a whole e-mail address',
  },
  { name: 'forgot', by, path: () => '/forgot-password', shows: 'Type the address of your account' },
  {
    ...{ name: 'forgot-sent', by, path: () => '/forgot-password', shows: 'Type the address of your account' },
    act: async (page) => {
      await email(page);
      await submit(page, 'Send me the mail');
    },
    then: 'Nothing came?',
  },
  { name: 'reset', by, path: () => '/reset-password#token=' + 'a'.repeat(43), shows: 'With it all your devices' },
  {
    ...{ name: 'reset-spent', by, path: () => '/reset-password#token=' + 'a'.repeat(43), shows: 'With it all' },
    act: async (page) => {
      await page.getByLabel('New password', { exact: true }).fill('a few plain words');
      await submit(page, 'Set the password');
    },
    then: 'This link is not good any more',
  },
  { name: 'confirm-spent', by, path: () => '/confirm-email#token=' + 'a'.repeat(43), shows: 'It is good for one time' },
  { name: 'ended', by, path: () => '/ended', shows: 'You were signed out' },
  { name: 'not-found', by, path: () => '/nowhere', shows: 'There is nothing here' },
  {
    ...{ name: 'server-away', by, path: () => '/rooms', shows: 'Parley is away for a moment' },
    server: { address: /\/api\//, does: 'vanish' },
  },
];
