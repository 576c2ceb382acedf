import { signal, type Type } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { GroupStore, PARLEY_CLIENT, RoomStore } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { InvitePeople } from './invite-people';
import { RenameGroup } from './rename-group';

jest.setTimeout(60_000);

async function show(dialog: Type<RenameGroup | InvitePeople>) {
  const [closed, group] = [jest.fn(), { rename: jest.fn(), invite: jest.fn() }];
  const room = { roomId: () => 'table', item: signal({ title: 'Table' }), members: signal(new Map()) };
  const client = await new QuietClient({ 'GET /chatrooms': { items: [], nextCursor: null } }).signIn();
  await render(dialog, {
    imports: [words],
    providers: [
      { provide: PARLEY_CLIENT, useValue: client },
      { provide: RoomStore, useValue: room },
      { provide: GroupStore, useValue: group },
    ],
    on: { closed },
  });
  return { closed, ...group };
}

describe.each([
  ['another name', RenameGroup, 'Rename'],
  ['more people', InvitePeople, 'Invite people'],
] as const)('%s', (_what, dialog, action) => {
  it('is left by its button', async () => {
    const { closed } = await show(dialog);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('says what is missing once it is asked for, and not before', async () => {
    const { rename, invite } = await show(dialog);
    for (const field of screen.queryAllByRole('textbox')) await userEvent.clear(field);
    const missing = () => screen.queryByText(/Give it a name|Choose at least one person/);
    expect(missing()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: action }));
    expect(missing()).toBeVisible();
    expect([...rename.mock.calls, ...invite.mock.calls]).toEqual([]);
  });
});

it('a name is given and taken to the server', async () => {
  const { closed, rename } = await show(RenameGroup);
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of the group' }), ' of eight{Enter}');
  expect(rename).toHaveBeenCalledWith('table', 'Table of eight');
  expect(closed).toHaveBeenCalledTimes(1);
});
