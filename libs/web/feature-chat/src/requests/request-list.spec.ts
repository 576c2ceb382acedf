import { ApplicationRef, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OverviewItem } from '@parley/contracts';
import { OverviewStore, PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Overview } from '../overview/overview';
import { RequestBar } from './request-bar';

@Component({ template: '' })
class Elsewhere {}

const me = aProfile();
const ben = { id: 'ben', displayName: 'Ben', headline: 'Bread', location: '', avatarUrl: null };

const item = (more: Partial<OverviewItem> = {}): OverviewItem => ({
  ...{ id: 'room', kind: 'direct', title: null, lastSeq: 1, revision: 1, request: 'incoming' },
  members: [me, ben].map((user) => ({ user, role: 'member', joinedAt: '2026-11-01T00:00:00.000Z', lastReadSeq: 0 })),
  lastMessage: { seq: 1, senderId: 'ben', preview: 'May I ask you something?', createdAt: '2026-11-01T00:00:00.000Z' },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', unreadCount: 1, lastReadSeq: 0 },
  ...{ pinned: false, muted: false, archived: false },
  ...more,
});

async function setup() {
  const client = await new QuietClient({
    'GET /chatrooms': { items: [item()], nextCursor: null },
    'GET /users/me/blocks': { items: [], nextCursor: null },
    'PUT /chatrooms/room/request': (body: unknown) =>
      (body as { accept: boolean }).accept ? item({ request: null }) : item({ archived: true }),
    'PUT /users/me/blocks/ben': {},
    'PATCH /chatrooms/room/me': item({ archived: true }),
  }).signIn(me);
  return {
    client,
    providers: [provideRouter([{ path: '**', component: Elsewhere }]), { provide: PARLEY_CLIENT, useValue: client }],
  };
}

const calls = (client: QuietClient): unknown[] => client.asked.filter(({ call }) => call.startsWith('PUT'));

describe('first contacts in the overview', () => {
  async function open() {
    const { client, providers } = await setup();
    await render(Overview, { imports: [words], providers });
    await TestBed.inject(OverviewStore).load();
    await userEvent.click(await screen.findByRole('button', { name: /Requests.*1/ }));
    expect(await screen.findByText('May I ask you something?')).toBeVisible();
    return client;
  }

  it('stand apart from the conversations until they are answered', async () => {
    const client = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Accept the request of Ben' }));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(calls(client)).toEqual([{ call: 'PUT /chatrooms/room/request', body: { accept: true } }]);
    expect(screen.getByRole('list', { name: 'Conversations' })).toHaveTextContent('Ben');
    expect(screen.queryByRole('button', { name: /Requests/ })).toBeNull();
  });

  it('go when they are declined', async () => {
    const client = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Decline the request of Ben' }));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(calls(client)).toEqual([{ call: 'PUT /chatrooms/room/request', body: { accept: false } }]);
    expect(screen.getByText('No requests')).toBeVisible();
  });

  it('go with the block of their sender, once that is confirmed', async () => {
    const client = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Block Ben' }));
    expect(calls(client)).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Block' }));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(client.asked.filter(({ call }) => /^(PUT|PATCH)/.test(call))).toMatchObject([
      { call: 'PUT /users/me/blocks/ben' },
      { call: 'PATCH /chatrooms/room/me', body: { archived: true } },
    ]);
    expect(screen.getByText('No requests')).toBeVisible();
  });

  it('stay where their sender could not be blocked', async () => {
    const client = await open();
    client.answers['PUT /users/me/blocks/ben'] = 503;
    await userEvent.click(screen.getByRole('button', { name: 'Block Ben' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Block' }));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(screen.getByText('May I ask you something?')).toBeVisible();
  });

  it('stay where the answer did not arrive', async () => {
    const client = await open();
    client.answers['PUT /chatrooms/room/request'] = 503;
    await userEvent.click(screen.getByRole('button', { name: 'Accept the request of Ben' }));
    await TestBed.inject(ApplicationRef).whenStable();
    expect(screen.getByText('May I ask you something?')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Accept the request of Ben' })).not.toHaveAttribute('aria-busy');
  });
});

describe('RequestBar', () => {
  it('says to who was asked what they can do, and to who asks that it is one, and then that it waits', async () => {
    const { providers } = await setup();
    const { rerender, container } = await render(RequestBar, {
      imports: [words],
      providers,
      inputs: { item: item(), name: 'Ben' },
    });
    expect(await screen.findByText('Ben would like to write with you.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Decline the request of Ben' })).toBeVisible();
    await rerender({ inputs: { item: item({ archived: true }), name: 'Ben' } });
    expect(screen.getByText('The request of Ben is put away.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Decline the request of Ben' })).toBeNull();
    await rerender({ inputs: { item: item({ request: 'outgoing', lastSeq: 0 }), name: 'Ben' } });
    expect(container).toHaveTextContent(/^You write to Ben for the first time/);
    await rerender({ inputs: { item: item({ request: 'outgoing', lastSeq: 1 }), name: 'Ben' } });
    expect(container).toHaveTextContent(/Ben has not answered yet/);
    expect(screen.queryByRole('button')).toBeNull();
    await rerender({ inputs: { item: item({ request: null }), name: 'Ben' } });
    expect(container).toHaveTextContent(/^$/);
  });
});
