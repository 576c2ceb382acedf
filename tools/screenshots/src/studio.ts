import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { aPerson, Api, PASSWORD, type Person, type Places } from '@parley/testing';
import type { OverviewItem, OwnProfile } from '@parley/contracts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@parley/seed';
import type { Ids, Sitter } from './view';

/** Where pictures are taken. */
export interface Studio {
  readonly browser: Browser;
  readonly origin: string;
  readonly ids: Ids;
  readonly newcomer: Person;
}

/** Finds the demo account's rooms, and has two newcomers: one to look at what is still empty, and one who asks the demo account for a first contact. */
export async function openStudio(browser: Browser, places: Places): Promise<Studio> {
  const [email] = DEMO_ACCOUNTS;
  const { body } = await new Api(places.origin).post<{ user: OwnProfile; accessToken: string }>('/auth/login', {
    ...{ email, password: DEMO_PASSWORD, session: 'token' },
  });
  const api = new Api(places.origin, body.accessToken);
  const rooms = (await api.get<{ items: OverviewItem[] }>('/chatrooms?limit=100')).body.items;
  const longest = rooms.toSorted((a, b) => b.lastSeq - a.lastSeq)[0];
  const group = rooms.find(({ kind }) => kind === 'group');
  const other = longest?.members.find(({ user }) => user.id !== body.user.id);
  if (!longest || !group || !other) throw new Error('The sandbox lacks the rooms that are to be shown.');
  const stranger = await aPerson(places, { name: 'Mira Solberg' });
  const request = await stranger.api.post<{ id: string }>('/chatrooms', { kind: 'direct', memberIds: [body.user.id] });
  await stranger.says(
    request.body.id,
    'Hello! A friend told me that you explain pronunciation well. May I ask you something?',
  );
  await api.post('/auth/logout');
  const ids = { roomId: longest.id, otherId: other.user.id, groupId: group.id };
  return { browser, origin: places.origin, ids, newcomer: await aPerson(places, { name: 'Noor Haddad' }) };
}

/** Opens a browser of somebody's on a screen. */
export async function sitDown(
  { browser, origin, newcomer }: Studio,
  screen: BrowserContextOptions,
  sitter: Sitter,
): Promise<Page> {
  const context = await browser.newContext({ ...screen, baseURL: origin, locale: 'en-GB', reducedMotion: 'reduce' });
  const accounts = {
    nobody: null,
    demo: { email: DEMO_ACCOUNTS[0], password: DEMO_PASSWORD },
    newcomer: { email: newcomer.email, password: PASSWORD },
  };
  const data = accounts[sitter];
  if (data) await context.request.post('/api/v1/auth/login', { data });
  return context.newPage();
}
