import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { OverviewItem } from '@parley/contracts';
import { OverviewStore, PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { ChatButton } from './chat-button';

const me = aProfile();
const at = '2026-11-01T12:00:00.000Z';
const ben = { id: 'ben', displayName: 'Ben', headline: '', location: '', avatarUrl: null };
const withBen: OverviewItem = {
  ...{ id: 'with-ben', kind: 'direct', title: null, lastSeq: 0, revision: 0, request: null },
  members: [me, ben].map((user) => ({ user, role: 'member', joinedAt: at, lastReadSeq: 0 })),
  ...{ createdAt: at, updatedAt: at, lastMessage: null, unreadCount: 0, lastReadSeq: 0 },
  ...{ pinned: false, muted: false, archived: false },
};

/** Shows the button beside Ben, to somebody with these rooms. @param inArchive the rooms there, or the answer that tells of them */
async function show(
  rooms: readonly OverviewItem[],
  inArchive: readonly OverviewItem[] | Promise<Response> = [],
  nextCursor: string | null = null,
) {
  const filters: (string | null)[] = [];
  const client = await new QuietClient({
    'GET /chatrooms': (_: unknown, query: URLSearchParams) => {
      filters.push(query.get('filter'));
      const items = query.get('filter') === 'archived' ? inArchive : rooms;
      const isFirst = query.get('filter') !== 'archived';
      return items instanceof Promise ? items : { items, nextCursor: isFirst ? nextCursor : null };
    },
    'POST /chatrooms': { id: 'with-ben' },
    'PATCH /chatrooms/with-ben/me': withBen,
  }).signIn(me);
  await render('<parley-chat-button userId="ben" name="Ben" />', {
    imports: [ChatButton, words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  const goTo = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  await client.rooms.load();
  const made = (): number => client.asked.filter(({ call }) => call === 'POST /chatrooms').length;
  const asked = (filter: string): number => filters.filter((each) => each === filter).length;
  return { client, goTo, made, asked };
}

describe('ChatButton', () => {
  it('begins a chat where there is none, and then leads to it', async () => {
    const { goTo, made } = await show([{ ...withBen, id: 'group', kind: 'group', title: 'Ben and I' }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Start a chat with Ben' }));
    expect([made(), goTo.mock.calls]).toEqual([1, [[['/rooms', 'with-ben']]]]);
    expect(await screen.findByRole('button', { name: 'Open the chat with Ben' })).toHaveTextContent('Open the chat');
  });

  it('leads to the one that there is, without making any', async () => {
    const { goTo, made } = await show([withBen]);
    await userEvent.click(await screen.findByRole('button', { name: 'Open the chat with Ben' }));
    expect([made(), goTo.mock.calls]).toEqual([0, [[['/rooms', 'with-ben']]]]);
  });

  it('knows of one in the archive that nobody has looked into, by one question however many ask', async () => {
    let answer = (_page: Response): void => undefined;
    const answered = new Promise<Response>((resolve) => (answer = resolve));
    const { asked } = await show([], answered);
    expect(await screen.findByRole('button', { name: 'Start a chat with Ben' })).toBeVisible();
    const overview = TestBed.inject(OverviewStore);
    const asking = Promise.all([overview.knowArchived(), overview.knowArchived()]);
    expect(overview.archived()).toBeNull();
    answer(new Response(JSON.stringify({ items: [{ ...withBen, archived: true }], nextCursor: null })));
    expect(await screen.findByRole('button', { name: 'Open the chat with Ben' })).toBeVisible();
    await asking;
    await overview.knowArchived();
    expect(asked('archived')).toBe(1);
  });

  it('promises neither to begin one nor to open one where there are rooms that are not known here, and leads to the right one', async () => {
    const { goTo, made } = await show([], [], 'more');
    await userEvent.click(await screen.findByRole('button', { name: 'Chat with Ben' }));
    // The server answers the room of the two where there is one.
    expect([made(), goTo.mock.calls]).toEqual([1, [[['/rooms', 'with-ben']]]]);
    expect(await screen.findByRole('button', { name: 'Open the chat with Ben' })).toBeVisible();
  });

  it('promises neither where the archive cannot be had', async () => {
    await show([], Promise.resolve(new Response(null, { status: 404 })));
    expect(await screen.findByRole('button', { name: 'Chat with Ben' })).toHaveTextContent('Chat');
  });

  it('knows of one that lies far down in the archive', async () => {
    const { client } = await show([]);
    client.answers['GET /chatrooms'] = (_: unknown, query: URLSearchParams) =>
      query.has('cursor')
        ? { items: [{ ...withBen, archived: true }], nextCursor: null }
        : { items: [], nextCursor: 'more' };
    await TestBed.inject(OverviewStore).loadArchived();
    expect(await screen.findByRole('button', { name: 'Open the chat with Ben' })).toBeVisible();
  });

  it('does not take a request that was declined for a chat', async () => {
    const { client } = await show([], [{ ...withBen, archived: true, request: 'incoming' }]);
    const overview = TestBed.inject(OverviewStore);
    await waitFor(() => expect(overview.archived()).toHaveLength(1));
    expect(await screen.findByRole('button', { name: 'Start a chat with Ben' })).toBeVisible();
    client.answers['GET /chatrooms'] = { items: [{ ...withBen, archived: true }], nextCursor: null };
    await overview.loadArchived();
    expect(await screen.findByRole('button', { name: 'Open the chat with Ben' })).toBeVisible();
  });
});
