import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { render, screen } from '@testing-library/angular';
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

/** Shows the button beside Ben, to somebody with these rooms. */
async function show(rooms: readonly OverviewItem[], inArchive: readonly OverviewItem[] = []) {
  const client = await new QuietClient({
    'GET /chatrooms': (_: unknown, query: URLSearchParams) => ({
      items: query.get('filter') === 'archived' ? inArchive : rooms,
      nextCursor: null,
    }),
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
  return { goTo, made };
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
    await show([], [{ ...withBen, archived: true }]);
    expect(await screen.findByRole('button', { name: 'Open the chat with Ben' })).toBeVisible();
    const client = TestBed.inject(PARLEY_CLIENT) as QuietClient;
    const overview = TestBed.inject(OverviewStore);
    const asked = (): number => client.asked.filter(({ call }) => call === 'GET /chatrooms').length;
    const before = asked();
    await Promise.all([overview.knowArchived(), overview.knowArchived()]);
    expect(asked()).toBe(before);
  });

  it('does not take a request that was declined for a chat', async () => {
    await show([], [{ ...withBen, archived: true, request: 'incoming' }]);
    expect(await screen.findByRole('button', { name: 'Start a chat with Ben' })).toBeVisible();
    const client = TestBed.inject(PARLEY_CLIENT) as QuietClient;
    client.answers['GET /chatrooms'] = { items: [{ ...withBen, archived: true }], nextCursor: null };
    await TestBed.inject(OverviewStore).loadArchived();
    expect(await screen.findByRole('button', { name: 'Open the chat with Ben' })).toBeVisible();
  });
});
