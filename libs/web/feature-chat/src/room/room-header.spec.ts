import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import type { OverviewItem } from '@parley/contracts';
import { PARLEY_CLIENT, ProfileStore, RoomStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { RoomHeader } from './room-header';

const me = aProfile();
const ben = { id: 'ben', displayName: 'Ben', headline: '', location: '', avatarUrl: null };
const item: OverviewItem = {
  ...{ id: 'room', kind: 'direct', title: null, lastSeq: 0, revision: 0, request: null, lastMessage: null },
  members: [me, ben].map((user) => ({ user, role: 'member', joinedAt: '2026-11-01T00:00:00.000Z', lastReadSeq: 0 })),
  ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', unreadCount: 0, lastReadSeq: 0 },
  ...{ pinned: false, muted: false, archived: false },
};

describe('RoomHeader', () => {
  it('says whether the other one is there, and nothing where they hide it', async () => {
    const client = await new QuietClient({
      'PATCH /chatrooms/room/me': item,
      'GET /chatrooms/room/messages': { messages: [], hasBefore: false, hasAfter: false, lastSeq: 0 },
    }).signIn(me);
    const { container } = await render(RoomHeader, {
      imports: [words],
      providers: [provideRouter([]), RoomStore, ProfileStore, { provide: PARLEY_CLIENT, useValue: client }],
    });
    TestBed.inject(RoomStore).open('room');
    await screen.findByRole('heading', { name: 'Ben' });
    expect(container).not.toHaveTextContent(/Online|Away|Last seen/);
    client.presence.hear({ userId: 'ben', status: 'online', lastSeenAt: null });
    expect(await screen.findByText('Online')).toBeVisible();
    client.presence.hear({
      userId: 'ben',
      status: 'offline',
      lastSeenAt: new Date(Date.now() - 3_601_000).toISOString(),
    });
    expect(await screen.findByText(/^Last seen/)).toBeVisible();
    client.presence.hear({ userId: 'ben', status: 'away', lastSeenAt: null });
    expect(await screen.findByText('Away')).toBeVisible();
    client.presence.hear({ userId: 'ben', status: 'offline', lastSeenAt: null });
    await TestBed.inject(ApplicationRef).whenStable();
    expect(screen.queryByText(/Online|Away|Last seen/)).toBeNull();
  });

  it.each([
    ['where there are messages', { messages: [], hasBefore: false, hasAfter: false, lastSeq: 0 }, true],
    ['where none can be had', new TypeError('no network'), false],
  ])('offers to go to a day %s', async (_, messages, isOffered) => {
    const client = await new QuietClient({
      'PATCH /chatrooms/room/me': item,
      'GET /chatrooms/room/messages': messages,
    }).signIn(me);
    await render(RoomHeader, {
      imports: [words],
      providers: [provideRouter([]), RoomStore, ProfileStore, { provide: PARLEY_CLIENT, useValue: client }],
    });
    const store = TestBed.inject(RoomStore);
    store.open('room');
    await waitFor(() => expect(store.status()).toBe(isOffered ? 'ready' : 'error'));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(screen.queryAllByRole('button', { name: 'Go to a day' })).toHaveLength(isOffered ? 1 : 0);
  });
});
