import type { Page } from '@playwright/test';
import type { View } from '../view';

const by = 'demo';
const OVERVIEW = /\/api\/v1\/chatrooms(\?|$)/;
const HISTORY = /\/api\/v1\/chatrooms\/[^/]+\/messages(\?|$)/;
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const look = (page: Page, text: string): Promise<void> =>
  page.getByRole('searchbox', { name: 'What to look for in messages' }).fill(text);

/** Rooms, one of them, and what opens over them. */
export const conversations: readonly View[] = [
  { name: 'rooms', by, path: () => '/rooms', shows: 'Jonas' },
  {
    ...{ name: 'rooms-menu', by, path: () => '/rooms', shows: 'Jonas' },
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Actions for / })
        .nth(1)
        .focus();
      await page.keyboard.press('Enter');
    },
    then: 'Search in it',
  },
  { name: 'rooms-empty', by: 'newcomer', path: () => '/rooms', shows: 'No conversations yet' },
  {
    ...{ name: 'rooms-loading', by, path: () => '/rooms', shows: 'Conversations' },
    // Not the page before the app, which has the same words.
    act: (page) => page.getByRole('button', { name: 'New conversation' }).waitFor(),
    server: { address: OVERVIEW, does: 'wait' },
  },
  {
    ...{ name: 'rooms-error', by, path: () => '/rooms', shows: 'Parley does not answer just now.' },
    server: { address: OVERVIEW, does: 'fail' },
  },
  {
    ...{ name: 'requests', by, path: () => '/rooms', shows: 'Requests' },
    act: (page) => press(page, /^Requests/),
    then: 'for the first time',
  },
  {
    ...{ name: 'search', by, path: () => '/rooms', shows: 'Search messages' },
    act: async (page) => {
      await press(page, 'Search messages');
      await look(page, 'verb');
    },
    then: 'Ana',
  },
  {
    ...{ name: 'search-none', by, path: () => '/rooms', shows: 'Search messages' },
    act: async (page) => {
      await press(page, 'Search messages');
      await look(page, 'zzzzqqq');
    },
    then: 'Nothing found',
  },
  {
    ...{ name: 'switcher', by, path: () => '/rooms', shows: 'Jonas' },
    act: async (page) => {
      await page.keyboard.press('Control+K');
      await page.getByRole('combobox', { name: 'A name, or a few letters of it' }).fill('jon');
    },
    then: 'Search messages for',
  },
  {
    ...{ name: 'keys', by, path: () => '/rooms', shows: 'Jonas' },
    act: (page) => page.keyboard.press('Control+/'),
    then: 'Keyboard shortcuts',
  },
  {
    ...{ name: 'new-conversation', by, path: () => '/rooms', shows: 'Jonas' },
    act: (page) => press(page, 'New conversation'),
    then: 'One person, and it is a chat',
  },
  { name: 'room', by, path: ({ roomId }) => `/rooms/${roomId}`, shows: 'Teaches you' },
  {
    ...{ name: 'room-loading', by, path: ({ roomId }) => `/rooms/${roomId}`, shows: 'Jonas' },
    server: { address: HISTORY, does: 'wait' },
  },
  {
    ...{ name: 'room-error', by, path: ({ roomId }) => `/rooms/${roomId}`, shows: 'Parley does not answer just now.' },
    server: { address: HISTORY, does: 'fail' },
  },
  {
    ...{ name: 'room-menu', by, path: ({ roomId }) => `/rooms/${roomId}`, shows: 'Teaches you' },
    act: async (page) => {
      await page.getByRole('log').getByRole('article').last().focus();
      await page.keyboard.press('Enter');
    },
    then: 'Copy link',
  },
  {
    name: 'room-missing',
    by,
    path: () => '/rooms/018f0000-0000-7000-8000-00000000dead',
    shows: 'This room is not there',
  },
  { name: 'room-profile', by, path: ({ roomId, otherId }) => `/rooms/${roomId}/with/${otherId}`, shows: 'there now' },
  { name: 'group', by, path: ({ groupId }) => `/rooms/${groupId}/details`, shows: 'Leave' },
];
