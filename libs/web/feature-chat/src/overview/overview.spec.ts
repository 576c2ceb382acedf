import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { OverviewItem } from '@parley/contracts';
import { MessageSearchStore, OverviewStore, PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { Overview } from './overview';

const at = '2026-11-01T12:00:00.000Z';
const bread: OverviewItem = {
  ...{ id: 'bread', kind: 'group', title: 'Bread on Sundays', members: [], lastSeq: 0, revision: 0, request: null },
  ...{ createdAt: at, updatedAt: at, lastMessage: null, unreadCount: 0, lastReadSeq: 0 },
  ...{ pinned: false, muted: false, archived: false },
};
const archived: OverviewItem = { ...bread, archived: true };
const request: OverviewItem = { ...bread, id: 'request', kind: 'direct', title: null, request: 'incoming' };

interface Rooms {
  readonly first?: readonly OverviewItem[];
  /** Whether there are more after the first page. */
  readonly hasMore?: boolean;
  /** The answer for the archive; a status where it cannot be had. */
  readonly archive: readonly OverviewItem[] | number | Promise<readonly OverviewItem[]>;
}

/** Shows the overview of somebody with these rooms. */
async function show({ first = [], hasMore = false, archive }: Rooms): Promise<QuietClient> {
  const page = (items: readonly OverviewItem[], nextCursor: string | null = null) => ({ items, nextCursor });
  const client = await new QuietClient({
    'GET /chatrooms': (_: unknown, query: URLSearchParams) => {
      if (query.get('filter') === 'unread') return page([]);
      if (query.get('filter') !== 'archived') return page(first, hasMore ? 'more' : null);
      if (typeof archive === 'number') return archive;
      return Promise.resolve(archive).then((items) => new Response(JSON.stringify(page(items))));
    },
    'PATCH /chatrooms/bread/me': archived,
  }).signIn();
  await render(Overview, {
    imports: [words],
    providers: [provideRouter([]), MessageSearchStore, { provide: PARLEY_CLIENT, useValue: client }],
  });
  await client.rooms.load();
  await settled();
  return client;
}

const settled = (): Promise<void> => TestBed.inject(ApplicationRef).whenStable();
const archiveIsSaid = (): Promise<HTMLElement> => screen.findByText('Your conversations are all in the archive.');
/** What a newcomer reads, and whoever has put all away. */
const ofNothing = (): (HTMLElement | null)[] => [
  screen.queryByText('No conversations yet'),
  screen.queryByText('Your conversations are all in the archive.'),
];

beforeEach(() => {
  // jsdom lays nothing out, and has none.
  globalThis.IntersectionObserver = class {
    observe = (): void => undefined;
    disconnect = (): void => undefined;
  } as unknown as typeof IntersectionObserver;
});

describe('the overview of more conversations than are loaded', () => {
  it('looks anew whether its end is in view after each page, also after one that brought none that is new', async () => {
    const client = await show({ first: [bread], hasMore: true, archive: [] });
    const end = (): Element | null => document.querySelector('.more');
    const before = end();
    expect(before).not.toBeNull();
    await client.rooms.load();
    await settled();
    expect(end()).not.toBeNull();
    expect(end()).not.toBe(before);
  });

  it('does not ask at once again for a page that could not be had', async () => {
    const client = await show({ first: [bread], hasMore: true, archive: [] });
    const before = document.querySelector('.more');
    client.answers['GET /chatrooms'] = 503;
    await client.rooms.loadMore();
    await settled();
    expect(TestBed.inject(OverviewStore).overview().error).not.toBeNull();
    expect(document.querySelector('.more')).toBe(before);
    // Nor with whatever happens in any room meanwhile.
    client.rooms.joined({ ...bread, unreadCount: 1 });
    await settled();
    expect(screen.getByText('Bread on Sundays')).toBeVisible();
    expect(TestBed.inject(OverviewStore).unreadRooms()).toBe(1);
    expect(document.querySelector('.more')).toBe(before);
  });
});

describe('the overview without a conversation', () => {
  it.each([
    ['a newcomer', []],
    ['who has declined a request, and done nothing else,', [{ ...archived, request: 'incoming' as const }]],
  ])('leads %s to people', async (_, archive) => {
    await show({ archive });
    expect(await screen.findByRole('heading', { name: 'No conversations yet' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Find people' })).toHaveAttribute('href', '/people');
  });

  it('leads whoever has nothing but a request to it', async () => {
    await show({ first: [request], archive: [archived] });
    expect(await screen.findByRole('button', { name: 'Read the request' })).toBeVisible();
    expect(ofNothing()).toEqual([null, null]);
    expect(screen.queryByRole('link', { name: 'Find people' })).toBeNull();
  });

  it('leads whoever has put all away to the archive', async () => {
    await show({ archive: [archived] });
    await archiveIsSaid();
    expect(screen.queryByText('No conversations yet')).toBeNull();
    const ways = screen.getAllByRole('button', { name: 'Archived conversations' });
    expect(ways).toHaveLength(2);
    await userEvent.click(ways[1] as HTMLElement);
    expect(await screen.findByText('Bread on Sundays')).toBeVisible();
  });

  it('takes nobody for a newcomer while it is not known what they have put away', async () => {
    let answer: (items: readonly OverviewItem[]) => void = () => undefined;
    await show({ archive: new Promise((resolve) => (answer = resolve)) });
    expect(ofNothing()).toEqual([null, null]);
    expect(document.querySelector('[aria-busy=true]')).not.toBeNull();
    answer([archived]);
    await archiveIsSaid();
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
  });

  it('says that the archive cannot be had, and asks once more when somebody wants it', async () => {
    const client = await show({ archive: 503 });
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(ofNothing()).toEqual([null, null]);
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
    client.answers['GET /chatrooms'] = { items: [archived], nextCursor: null };
    await userEvent.click(again);
    await archiveIsSaid();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('says nothing of the kind where there are more, further down than requests', async () => {
    await show({ first: [request], hasMore: true, archive: [archived] });
    await TestBed.inject(OverviewStore).loadArchived();
    await settled();
    expect(await screen.findByRole('button', { name: /^Requests/ })).toBeVisible();
    expect(ofNothing()).toEqual([null, null]);
  });

  it('says so at once where that was done in another tab, before the archive has answered again', async () => {
    const client = await show({ first: [bread], archive: [] });
    expect(await screen.findByText('Bread on Sundays')).toBeVisible();
    await TestBed.inject(OverviewStore).loadArchived();
    client.answers['GET /chatrooms'] = new Promise(() => undefined);
    client.rooms.joined(archived);
    await settled();
    expect(ofNothing()).toEqual([null, expect.anything()]);
    client.rooms.joined(bread);
    await settled();
    expect(TestBed.inject(OverviewStore).archived()).toEqual([]);
  });

  it('says where it went as soon as the last one is put away', async () => {
    await show({ first: [bread], archive: [] });
    expect(await screen.findByText('Bread on Sundays')).toBeVisible();
    const overview = TestBed.inject(OverviewStore);
    await overview.loadArchived();
    await overview.setMine('bread', { archived: true });
    await settled();
    expect(ofNothing()).toEqual([null, expect.anything()]);
  });
});
