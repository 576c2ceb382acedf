import { provideRouter } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ParleyError, type OverviewItem, type SearchHit } from '@parley/contracts';
import { MessageSearchStore, PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { MessageSearch } from './message-search';

jest.setTimeout(60_000);

const me = aProfile();
const ben = { id: 'ben', displayName: 'Ben', headline: '', location: '', avatarUrl: null };
const at = '2026-11-01T00:00:00.000Z';
const room: OverviewItem = {
  ...{ id: 'room', kind: 'direct', title: null, lastSeq: 9, revision: 9, request: null, lastMessage: null },
  members: [me, ben].map((user) => ({ user, role: 'member', joinedAt: at, lastReadSeq: 0 })),
  ...{ createdAt: at, updatedAt: at, unreadCount: 0, lastReadSeq: 0, pinned: false, muted: false, archived: false },
};
const hit = (seq: number, more: Partial<SearchHit> = {}): SearchHit => ({
  ...{ roomId: 'room', seq, senderId: 'ben', createdAt: at, excerpt: 'On <b>cafés</b> and tea', matches: [[6, 4]] },
  ...more,
});
const SEARCH = 'GET /messages/search';

class WatchedObserver {
  static seen: (() => void)[] = [];
  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    WatchedObserver.seen.push(() => tell([{ isIntersecting: true }]));
  }
  observe(): void {
    // Nothing is laid out here.
  }
  disconnect(): void {
    // Nothing was observed.
  }
}

async function show(answers: Record<string, unknown> = {}) {
  WatchedObserver.seen = [];
  Object.assign(window, { IntersectionObserver: WatchedObserver });
  const client = await new QuietClient({ 'GET /chatrooms/room': room, ...answers }).signIn(me);
  await render(MessageSearch, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  const store = TestBed.inject(MessageSearchStore);
  const asked = (): number => client.asked.filter(({ call }) => call === SEARCH).length;
  return { client, store, asked, field: screen.getByLabelText('What to look for in messages') };
}
const page = (items: SearchHit[], nextCursor: string | null = null) => ({ items, nextCursor });

afterEach(() => jest.useRealTimers());

describe('MessageSearch', () => {
  it('shows who wrote what was found, where it leads, and what of it fits, as text', async () => {
    const { field } = await show({ [SEARCH]: page([hit(7), hit(3, { senderId: me.id })]) });
    await userEvent.type(field, 'café');
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent('Ben');
    expect(first).toHaveTextContent('On <b>cafés</b> and tea');
    expect(first?.querySelector('mark')).toHaveTextContent(/^café$/);
    expect(first?.querySelector('b')).toBeNull();
    expect(first?.querySelector('a')).toHaveAttribute('href', '/rooms/room/7');
    // Of one's own one wants to know whom they were for.
    expect(second).toHaveTextContent('You');
    expect(second).toHaveTextContent(/to .?Ben/);
    expect(screen.getByText('2 messages found')).toBeInTheDocument();
  });

  it('asks once one has stopped typing, and not for what is too short', async () => {
    const { field, asked } = await show({ [SEARCH]: page([hit(7)]) });
    expect(screen.getByText(/has to begin a word of the message/)).toBeVisible();
    // No pause between two letters, whatever else the machine does.
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    await user.type(field, 'c');
    expect(await screen.findByText('Type at least two letters of a word.')).toBeVisible();
    expect(asked()).toBe(0);
    await user.type(field, 'afe');
    await screen.findByRole('listitem');
    expect(asked()).toBe(1);
  });

  it('says that it is too short where the service finds it so', async () => {
    const { field } = await show({ [SEARCH]: new ParleyError('validation_failed', 'q: must have a word.') });
    await userEvent.type(field, 'of');
    expect(await screen.findByText('Type at least two letters of a word.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that nothing was found', async () => {
    const { field } = await show({ [SEARCH]: page([]) });
    await userEvent.type(field, 'zebra');
    expect(await screen.findByText('Nothing found')).toBeVisible();
    expect(screen.getByText(/No message has .*zebra.* in it/)).toBeVisible();
  });

  it('does not say that nothing was found where the server did not answer', async () => {
    const { field, client } = await show({ [SEARCH]: page([]) });
    await userEvent.type(field, 'zebra');
    await screen.findByText('Nothing found');
    client.answers[SEARCH] = 503;
    await userEvent.type(field, 's');
    expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
    expect(screen.queryByText('Nothing found')).toBeNull();
  });

  it('is asked again where the server did not answer', async () => {
    const { field, client } = await show({ [SEARCH]: 503 });
    await userEvent.type(field, 'café');
    expect(await screen.findByRole('alert')).toHaveTextContent('Parley does not answer just now.');
    client.answers[SEARCH] = page([hit(7)]);
    await userEvent.click(screen.getByText('Try again'));
    expect(await screen.findByRole('listitem')).toHaveTextContent('Ben');
  });

  it('fetches the next page once its end comes into view', async () => {
    let asked = 0;
    const { field } = await show({ [SEARCH]: () => (asked++ === 0 ? page([hit(7)], 'next') : page([hit(2)])) });
    await userEvent.type(field, 'café');
    await waitFor(() => expect(WatchedObserver.seen).toHaveLength(1));
    WatchedObserver.seen[0]?.();
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
    expect(screen.getByText('2 messages found')).toBeInTheDocument();
  });

  it('puts the best match first where one wants that, and the newest again', async () => {
    const { field, client } = await show({ [SEARCH]: page([hit(7)]) });
    expect(screen.queryByText('Best match first')).toBeNull();
    await userEvent.type(field, 'café');
    const button = await screen.findByRole('button', { name: 'Best match first', pressed: false });
    const search = jest.spyOn(client.rest.messages, 'search');
    await userEvent.click(button);
    expect(await screen.findByRole('button', { name: 'Best match first', pressed: true })).toBeVisible();
    await userEvent.click(button);
    await waitFor(() => expect(search).toHaveBeenCalledTimes(2));
    expect(search.mock.calls.map(([{ query }]) => query?.sort)).toEqual(['relevance', undefined]);
  });

  it('asks anew in the other order where that was not answered, not for more of the order before', async () => {
    const { field, client } = await show({ [SEARCH]: page([hit(7)], 'newest-2') });
    await userEvent.type(field, 'café');
    const button = await screen.findByRole('button', { name: 'Best match first' });
    client.answers[SEARCH] = 503;
    await userEvent.click(button);
    await screen.findByRole('alert');
    client.answers[SEARCH] = page([hit(3)]);
    const search = jest.spyOn(client.rest.messages, 'search');
    await userEvent.click(screen.getByText('Try again'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(search.mock.calls.map(([{ query }]) => [query?.sort, query?.cursor])).toEqual([['relevance', undefined]]);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('says that a later page was refused, not that the text is too short', async () => {
    const { field, client, store } = await show({ [SEARCH]: page([hit(7)], 'next') });
    await userEvent.type(field, 'café');
    await screen.findByRole('listitem');
    client.answers[SEARCH] = new ParleyError('validation_failed', 'cursor: is of another search.');
    await store.loadMore();
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByText('Type at least two letters of a word.')).toBeNull();
  });

  it('looks through one room alone, and says which, until one wants all', async () => {
    const { store } = await show({ [SEARCH]: page([]) });
    await store.open({ text: 'café', roomId: 'room' });
    expect(await screen.findByRole('button', { name: /Only with Ben/ })).toBeVisible();
    expect(store.asked()).toEqual({ text: 'café', roomId: 'room' });
    await userEvent.click(screen.getByRole('button', { name: /Only with Ben/ }));
    await waitFor(() => expect(store.asked()).toEqual({ text: 'café', roomId: null }));
    expect(screen.queryByRole('button', { name: /Only with Ben/ })).toBeNull();
  });

  it('is left by Escape once the field is empty, and forgets what was found', async () => {
    const { store, field } = await show({ [SEARCH]: page([hit(7)]) });
    await store.open({ text: 'café' });
    await screen.findByRole('listitem');
    await userEvent.type(field, '{Escape}');
    expect(store.isOpen()).toBe(true);
    await userEvent.clear(field);
    await userEvent.type(field, '{Escape}');
    expect(store.isOpen()).toBe(false);
    expect(store.items()).toEqual([]);
  });

  it('forgets all of it when somebody signs out', async () => {
    const { store, client } = await show({ [SEARCH]: page([hit(7)]), 'POST /auth/logout': {} });
    await store.open({ text: 'café' });
    await client.session.logout();
    expect(store.isOpen()).toBe(false);
    expect([store.asked().text, store.items(), store.rooms().size]).toEqual(['', [], 0]);
  });
});
