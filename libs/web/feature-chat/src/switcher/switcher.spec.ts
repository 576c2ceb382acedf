import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { MessageSearchStore, PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { Switcher } from './switcher';

jest.setTimeout(60_000);

@Component({ template: '' })
class Somewhere {}

async function show(called: readonly string[] = []) {
  const client = await new QuietClient({
    'GET /users': { items: called.map((displayName) => aProfile({ id: displayName, displayName })), nextCursor: null },
    'GET /messages/search': { items: [], nextCursor: null },
  }).signIn(aProfile());
  client.rooms.joined({
    ...{ id: 'a', kind: 'group', title: 'Bread table', members: [], lastSeq: 0, revision: 0, lastMessage: null },
    ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', request: null, unreadCount: 0 },
    ...{ lastReadSeq: 0, pinned: false, muted: false, archived: false },
  });
  await render(Switcher, {
    imports: [words],
    providers: [provideRouter([{ path: '**', component: Somewhere }]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  return { client, field: screen.getByLabelText('A name, or a few letters of it') };
}

describe('Switcher', () => {
  it('goes to a conversation first, whatever else there is', async () => {
    const { field } = await show();
    await userEvent.type(field, 'bre{Enter}');
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/rooms/a'));
    expect(TestBed.inject(MessageSearchStore).isOpen()).toBe(false);
  });

  it('looks for what was typed in messages', async () => {
    const { client, field } = await show();
    await userEvent.type(field, 'bread');
    expect(screen.getByText(/Search messages for .*bread/)).toBeInTheDocument();
    await userEvent.type(field, '{ArrowUp}{Enter}');
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/rooms'));
    const search = TestBed.inject(MessageSearchStore);
    await waitFor(() => expect(search.isOpen()).toBe(true));
    expect(search.asked()).toEqual({ text: 'bread', roomId: null });
    await waitFor(() => expect(client.asked.at(-1)?.call).toBe('GET /messages/search'));
  });

  it('waits for who is called so where one is quicker than the answer', async () => {
    const { field } = await show(['Anton']);
    await userEvent.type(field, 'anton{Enter}');
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/people/Anton'));
    expect(TestBed.inject(MessageSearchStore).isOpen()).toBe(false);
  });

  it('looks in messages for what nobody is called', async () => {
    const { field } = await show();
    await userEvent.type(field, 'zzzz{Enter}');
    await waitFor(() => expect(TestBed.inject(MessageSearchStore).isOpen()).toBe(true));
  });

  it('says that nobody is called so, and offers to look in messages all the same', async () => {
    const { field } = await show();
    await userEvent.type(field, 'zzzz');
    expect(await screen.findByText('Nobody and nothing of that name.')).toBeInTheDocument();
    expect(screen.getByText(/Search messages for/)).toBeInTheDocument();
  });
});
