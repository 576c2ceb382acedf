import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { OverviewItem } from '@parley/contracts';
import { MessageSearchStore, OverviewStore, PARLEY_CLIENT, RoomListView } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { NoRoom } from './no-room';

const at = '2026-11-01T12:00:00.000Z';
const room = (request: OverviewItem['request']): OverviewItem => ({
  ...{ id: `room-${request}`, kind: 'direct', title: null, members: [], lastSeq: 0, revision: 0, request },
  ...{ createdAt: at, updatedAt: at, lastMessage: null, unreadCount: 0, lastReadSeq: 0 },
  ...{ pinned: false, muted: false, archived: false },
});

async function show(items: readonly OverviewItem[] | Error): Promise<Element> {
  const client = await new QuietClient({
    'GET /chatrooms': items instanceof Error ? items : { items, nextCursor: null },
  }).signIn(aProfile());
  const { container } = await render(NoRoom, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  await client.rooms.load();
  return container;
}

const client = (): QuietClient => TestBed.inject(PARLEY_CLIENT) as QuietClient;

describe('the place of the room while none is chosen', () => {
  it.each([
    ['there is one to choose', [room(null), room('incoming')], 'Good to see you', /from the list/],
    ['one has asked somebody', [room('outgoing')], 'Good to see you', /from the list/],
    ['there is none', [], 'Somebody to talk to', /Look for somebody/],
  ])('says what to do where %s', async (_, items, title, text) => {
    const place = await show(items);
    if (items.length === 0) await TestBed.inject(OverviewStore).loadArchived();
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(place).toHaveTextContent(text);
    expect(place).not.toHaveTextContent(items.some(({ request }) => request !== 'incoming') ? /Look for/ : /Choose/);
    expect(screen.getByRole('link', { name: 'Find people' })).toHaveAttribute('href', '/people');
  });

  it('leads to the request that waits where there is nothing else', async () => {
    await show([room('incoming')]);
    const goTo = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    expect(await screen.findByRole('heading', { name: 'Somebody has written to you' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Find people' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Read the request' }));
    expect(goTo).toHaveBeenCalledWith(['/rooms', 'room-incoming']);
  });

  it('leads to the list of requests where several wait, and says no word beside it', async () => {
    const place = await show([room('incoming'), { ...room('incoming'), id: 'another' }]);
    expect(await screen.findByRole('heading', { name: 'People have written to you' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Read the requests' }));
    expect(TestBed.inject(RoomListView).part()).toBe('requests');
    await TestBed.inject(ApplicationRef).whenStable();
    expect(place).toHaveTextContent(/^$/);
  });

  it.each(['an empty archive', 'what is unread', 'a search'])('says no word beside %s', async (what) => {
    const place = await show([room(null)]);
    expect(await screen.findByRole('heading', { name: 'Good to see you' })).toBeVisible();
    const view = TestBed.inject(RoomListView);
    if (what === 'an empty archive') view.part.set('archived');
    else if (what === 'a search') void TestBed.inject(MessageSearchStore).open({});
    else view.unreadOnly.set(true);
    await TestBed.inject(ApplicationRef).whenStable();
    expect(place).toHaveTextContent(/^$/);
  });

  it('takes nobody for a newcomer who has put all away, nor before that is known, and does not send them to an empty list', async () => {
    const place = await show([]);
    await TestBed.inject(ApplicationRef).whenStable();
    expect(place).toHaveTextContent(/^$/);
    client().answers['GET /chatrooms'] = { items: [{ ...room(null), archived: true }], nextCursor: null };
    await TestBed.inject(OverviewStore).loadArchived();
    expect(await screen.findByRole('heading', { name: 'Good to see you' })).toBeVisible();
    expect(place).toHaveTextContent('Your conversations are all in the archive.');
    expect(place).not.toHaveTextContent(/Choose|Look for/);
    await userEvent.click(screen.getByRole('button', { name: 'Archived conversations' }));
    expect(TestBed.inject(RoomListView).part()).toBe('archived');
    await waitFor(() => expect(place).toHaveTextContent(/^$/));
  });

  it('says that they cannot be had, until they are here; the list beside it asks once more', async () => {
    await show(new TypeError('no network'));
    expect(await screen.findByRole('heading', { name: 'Your conversations are not here yet' })).toBeVisible();
    client().answers['GET /chatrooms'] = { items: [room(null)], nextCursor: null };
    expect(screen.queryByRole('button')).toBeNull();
    await TestBed.inject(OverviewStore).load();
    expect(await screen.findByRole('heading', { name: 'Good to see you' })).toBeVisible();
  });
});
