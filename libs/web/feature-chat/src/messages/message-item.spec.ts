import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { RoomStore } from '@parley/web-data-access';
import { words } from '@parley/web-ui/testing';
import { RoomJump } from '../scroll/room-jump';
import { MessageActions } from './message-actions';
import { MessageItem } from './message-item';
import type { MessageRow } from './message-row';
import { RowFocus } from './row-focus';

const ana = { id: 'ana', displayName: 'Ana', headline: '', location: '', avatarUrl: null };
const row: MessageRow = {
  kind: 'message',
  key: 'ana:c-7',
  seq: 7,
  clientMessageId: 'c-7',
  senderId: 'ana',
  isOwn: false,
  text: 'Shall we?',
  at: 0,
  isEdited: false,
  replyTo: { seq: 3, senderId: 'me', preview: 'Tomorrow?' },
  reactions: [{ emoji: '🎉', userIds: ['me', 'ana'] }],
  progress: 'sent',
  error: null,
  startsGroup: true,
};

async function show(inputs: { isEditing?: boolean } = {}) {
  const editing = signal<number | null>(null);
  const actions = { react: jest.fn(), reply: jest.fn(), mayDeleteAny: signal(false), isBusy: signal(false), editing };
  const jump = { to: jest.fn() };
  const store = { myId: signal('me'), members: signal(new Map([['ana', ana]])) };
  const focus = { current: signal(row.key), take: jest.fn() };
  await render(MessageItem, {
    imports: [words],
    inputs: { row, sender: ana, ...inputs },
    providers: [
      provideRouter([]),
      { provide: MessageActions, useValue: actions },
      { provide: RoomJump, useValue: jump },
      { provide: RoomStore, useValue: store },
      { provide: RowFocus, useValue: focus },
    ],
  });
  return { actions, jump };
}

describe('MessageItem', () => {
  it('leads by keyboard alone from the message to a reaction', async () => {
    const { actions } = await show();
    screen.getByRole('article').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'React' })).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Thumbs up' })).toHaveFocus());
    const tools = document.querySelector('.actions');
    expect(tools).toHaveClass('covered');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(actions.react).toHaveBeenCalledWith(7, '❤️', true);
    await waitFor(() => expect(screen.getByRole('article')).toHaveFocus());
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(tools).not.toHaveClass('covered');
  });

  it('closes its menu by Escape, and has the keyboard again', async () => {
    await show();
    screen.getByRole('article').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'React' })).toHaveFocus());
    // With its code, which the CDK goes by and user-event leaves out.
    fireEvent.keyDown(screen.getByRole('menuitem', { name: 'React' }), { key: 'Escape', keyCode: 27 });
    await waitFor(() => expect(screen.getByRole('article')).toHaveFocus());
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('has nothing lying over it while it is edited', async () => {
    const { actions } = await show({ isEditing: true });
    actions.editing.set(7);
    await userEvent.hover(screen.getByRole('article'));
    screen.getByRole('article').focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('button', { name: 'Actions for this message' })).not.toBeInTheDocument();
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('has its menu while another message is edited, by pointer and by key', async () => {
    const { actions } = await show();
    actions.editing.set(6);
    await userEvent.hover(screen.getByRole('article'));
    expect(await screen.findByRole('button', { name: 'Actions for this message' })).toBeInTheDocument();
    screen.getByRole('article').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'React' })).toHaveFocus());
  });

  it('shows who reacted, and takes one’s own reaction back by a press', async () => {
    const { actions } = await show();
    const chip = screen.getByRole('button', { name: '🎉 2: You and Ana' });
    expect(chip).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(chip);
    expect(actions.react).toHaveBeenCalledWith(7, '🎉', false);
  });

  it('says what it answers, and goes there', async () => {
    const { jump } = await show();
    await userEvent.click(screen.getByRole('button', { name: /In reply to\s*You\s*Tomorrow\?/ }));
    expect(jump.to).toHaveBeenCalledWith(3);
  });
});
