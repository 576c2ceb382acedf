import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { NewConversation } from './new-conversation';

jest.setTimeout(60_000);

const ROOM = {
  ...{ id: 'made', kind: 'direct', title: null, members: [], lastSeq: 0, revision: 0, lastMessage: null },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', request: null, unreadCount: 0 },
  ...{ lastReadSeq: 0, pinned: false, muted: false, archived: false },
};

async function show(rooms: readonly object[] = []) {
  const people = ['Anton', 'Berta'].map((displayName) => aProfile({ id: displayName, displayName }));
  const client = await new QuietClient({
    'GET /users': { items: people, nextCursor: null },
    'GET /chatrooms': { items: rooms, nextCursor: null },
    'POST /chatrooms': ROOM,
    'PATCH /chatrooms/made/me': ROOM,
  }).signIn(aProfile());
  await client.rooms.load();
  const [made, closed] = [jest.fn(), jest.fn()];
  await render(NewConversation, {
    imports: [words],
    providers: [{ provide: PARLEY_CLIENT, useValue: client }],
    on: { made, closed },
  });
  const choose = async (name: string): Promise<void> => {
    await userEvent.type(screen.getByRole('combobox', { name: 'People' }), name.slice(0, 3));
    await userEvent.click(await screen.findByRole('option', { name: new RegExp(`^${name}`) }));
  };
  const offered = (): (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
  const posted = () => client.asked.filter(({ call }) => call === 'POST /chatrooms').map(({ body }) => body);
  return { client, made, closed, choose, offered, posted };
}

describe('NewConversation', () => {
  it('with one person leads to the room of the two', async () => {
    const { made, choose, posted } = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Start a chat' }));
    expect(screen.getByText('Choose at least one person.')).toBeInTheDocument();
    await choose('Anton');
    expect(screen.queryByLabelText('Name of the group')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Start a chat' }));
    await waitFor(() => expect(made).toHaveBeenCalledWith('made'));
    expect(posted()).toEqual([{ kind: 'direct', memberIds: ['Anton'] }]);
  });

  it('is left by its button, with nothing begun', async () => {
    const { posted, closed } = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed).toHaveBeenCalledTimes(1);
    expect(posted()).toEqual([]);
  });

  it('offers those one talks with before one types, with what tells people of one name apart', async () => {
    const berta = { id: 'Berta', displayName: 'Berta', headline: 'Bakes', location: 'Bern', avatarUrl: null };
    const withBerta = {
      ...ROOM,
      id: 'with-berta',
      members: [{ user: berta, role: 'member', joinedAt: '', lastReadSeq: 0 }],
    };
    const { client, choose, offered } = await show([withBerta]);
    expect(offered()).toEqual([expect.stringMatching(/Berta ?Bakes · Bern/)]);
    const spanish = { skill: { id: '1', name: 'Spanish' }, level: 'expert' };
    const found = ['Porto', 'Lisbon'].map((location) =>
      aProfile({ id: location, displayName: 'Anton', location, teaches: [spanish as never] }),
    );
    client.answers['GET /users'] = { items: found, nextCursor: null };
    await userEvent.type(screen.getByRole('combobox', { name: 'People' }), 'ant');
    expect(await screen.findByRole('option', { name: /^Anton ?Teaches Spanish · Porto$/ })).toBeInTheDocument();
    await userEvent.clear(screen.getByRole('combobox', { name: 'People' }));
    await choose('Berta');
    expect(screen.getByRole('button', { name: 'Open the chat' })).toBeInTheDocument();
  });

  it('offers first whose name begins with what is typed, though one talks with another whose name has it within', async () => {
    const user = { id: 'Hubert', displayName: 'Hubert', headline: '', location: '', avatarUrl: null };
    const members = [{ user, role: 'member', joinedAt: '', lastReadSeq: 0 }];
    const { offered } = await show([{ ...ROOM, id: 'with-hubert', members }]);
    await userEvent.type(screen.getByRole('combobox', { name: 'People' }), 'bert');
    const names = () => offered().map((text) => /Berta|Hubert|Anton/.exec(text ?? '')?.[0]);
    await waitFor(() => expect(names()).toEqual(['Berta', 'Hubert', 'Anton']));
  });

  it('with several makes a group, which has a name', async () => {
    const { made, choose, posted } = await show();
    await choose('Anton');
    await choose('Berta');
    await userEvent.click(screen.getByRole('button', { name: 'Make the group' }));
    expect(screen.getByText(/^Give it a name/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Name of the group'), 'Bread table');
    await userEvent.click(screen.getByRole('button', { name: 'Make the group' }));
    await waitFor(() => expect(made).toHaveBeenCalledWith('made'));
    expect(posted()).toEqual([{ kind: 'group', title: 'Bread table', memberIds: ['Anton', 'Berta'] }]);
  });
});
