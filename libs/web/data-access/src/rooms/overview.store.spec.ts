import { TestBed } from '@angular/core/testing';
import { waitFor } from '@testing-library/angular';
import type { OverviewItem } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { aProfile, QuietClient } from '../client/quiet-client.fixture';
import { OverviewStore } from './overview.store';

const at = '2026-11-01T12:00:00.000Z';
const archived: OverviewItem = {
  ...{ id: 'bread', kind: 'group', title: 'Bread on Sundays', members: [], lastSeq: 0, revision: 0, request: null },
  ...{ createdAt: at, updatedAt: at, lastMessage: null, unreadCount: 0, lastReadSeq: 0 },
  ...{ pinned: false, muted: false, archived: true },
};

/** Somebody with nothing but an archive. @param answer what the server says of it */
async function anOverview(answer: () => unknown) {
  const client = await new QuietClient({
    'GET /chatrooms': (_: unknown, query: URLSearchParams) =>
      query.get('filter') === 'archived' ? answer() : { items: [], nextCursor: null },
    'POST /auth/logout': {},
  }).signIn();
  TestBed.configureTestingModule({ providers: [{ provide: PARLEY_CLIENT, useValue: client }] });
  const overview = TestBed.inject(OverviewStore);
  await client.rooms.load();
  return { client, overview };
}

it('takes what is unread for nobody who signs in next', async () => {
  let answer = (_page: Response): void => undefined;
  const { client, overview } = await anOverview(() => ({ items: [], nextCursor: null }));
  client.answers['GET /chatrooms'] = () => new Promise<Response>((resolve) => (answer = resolve));
  const asking = overview.loadUnread();
  await waitFor(() => expect(client.asked.filter(({ call }) => call === 'GET /chatrooms')).toHaveLength(2));
  await client.session.logout();
  answer(new Response(JSON.stringify({ items: [{ ...archived, archived: false }], nextCursor: null })));
  await asking;
  expect([...client.rooms.all]).toEqual([]);
});

describe('the archive in OverviewStore', () => {
  it('is without a group from the moment in which one is out of it', async () => {
    const { client, overview } = await anOverview(() => ({ items: [archived], nextCursor: null }));
    await overview.loadArchived();
    expect(overview.hasArchived()).toBe(true);
    client.rooms.left('bread');
    expect([overview.archived(), overview.hasArchived()]).toEqual([[], false]);
  });

  it('has what is told of a room in it, and stays as it is with news of others', async () => {
    const { client, overview } = await anOverview(() => ({ items: [archived], nextCursor: null }));
    await overview.loadArchived();
    client.rooms.joined({ ...archived, revision: 1, title: 'Bread on Mondays' });
    expect(overview.archived()?.map(({ title }) => title)).toEqual(['Bread on Mondays']);
    const before = overview.archived();
    client.rooms.joined({ ...archived, id: 'tea', archived: false });
    expect(overview.items()).toHaveLength(1);
    expect(overview.archived()).toBe(before);
  });

  it.each([
    ['its rooms', () => new Response(JSON.stringify({ items: [archived], nextCursor: null }))],
    ['that it cannot be had', () => new Response(null, { status: 404 })],
  ])('is not taken for that of who signs in next: a late answer of %s', async (_, late) => {
    const answers: ((page: Response) => void)[] = [];
    const { client, overview } = await anOverview(() => new Promise<Response>((resolve) => answers.push(resolve)));
    const asked = (times: number) => waitFor(() => expect(answers).toHaveLength(times));
    const asking = overview.knowArchived();
    await asked(1);
    await client.session.logout();
    delete client.answers['POST /auth/login'];
    await client.signIn(aProfile({ id: 'ben', email: 'ben@parley.example' }));
    await client.rooms.load();
    const askingNext = overview.knowArchived();
    await asked(2);
    answers[0]?.(late());
    await asking;
    expect([overview.archived(), overview.archivedProblem()]).toEqual([null, null]);
    answers[1]?.(new Response(JSON.stringify({ items: [], nextCursor: null })));
    await askingNext;
    expect(overview.archived()).toEqual([]);
  });
});
