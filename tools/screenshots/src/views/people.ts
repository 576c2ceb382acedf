import type { View } from '../view';

const by = 'demo';

/** Finding people, who they are, and oneself. */
export const people: readonly View[] = [
  { name: 'people', by, path: () => '/people', shows: 'Something for both of you' },
  { name: 'people-empty', by: 'newcomer', path: () => '/people', shows: 'What brings you here?' },
  { name: 'people-search', by, path: () => '/people?teaches=Spanish', shows: 'Teaches' },
  { name: 'people-nobody', by, path: () => '/people?query=zzzzqqq', shows: 'Nobody found' },
  { name: 'person', by, path: ({ otherId }) => `/people/${otherId}`, shows: 'Wants to learn' },
  {
    name: 'person-missing',
    by,
    path: () => '/people/018f0000-0000-7000-8000-00000000dead',
    shows: 'There is nobody here',
  },
  {
    ...{ name: 'report', by, path: ({ otherId }) => `/people/${otherId}`, shows: 'Wants to learn' },
    act: async (page) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Report' }).click();
    },
    then: 'What is wrong',
  },
  { name: 'welcome', by, path: () => '/welcome', shows: 'I can teach' },
  { name: 'welcome-empty', by: 'newcomer', path: () => '/welcome', shows: 'Nothing yet.' },
  { name: 'settings', by, path: () => '/settings', shows: 'Devices' },
  { name: 'profile', by, path: () => '/settings/profile', shows: 'I can teach' },
  { name: 'account', by, path: () => '/settings/account', shows: 'Another password' },
  {
    ...{ name: 'account-delete', by, path: () => '/settings/account', shows: 'ana@parley.example' },
    act: (page) => page.getByRole('button', { name: 'Delete it…' }).click(),
    then: 'Delete your account for good?',
  },
  { name: 'appearance', by, path: () => '/settings/appearance', shows: 'How Parley looks' },
  { name: 'language', by, path: () => '/settings/language', shows: 'What Parley speaks' },
  { name: 'notifications', by, path: () => '/settings/notifications', shows: 'How you hear of something new' },
  { name: 'privacy', by, path: () => '/settings/privacy', shows: 'What others see of what you do' },
  { name: 'devices', by, path: () => '/settings/sessions', shows: 'This device' },
  { name: 'api-keys', by: 'newcomer', path: () => '/settings/keys', shows: 'You have no keys.' },
  {
    ...{ name: 'api-keys-made', by, path: () => '/settings/keys', shows: 'Another key' },
    act: async (page) => {
      await page.getByLabel('What it is for').fill('A nightly copy');
      await page.getByLabel(/messages:read/).check();
      await page.getByRole('button', { name: 'Make the key' }).click();
    },
    then: 'Copy the key now',
  },
  { name: 'blocked', by, path: () => '/settings/blocked', shows: 'Nobody is blocked' },
];
