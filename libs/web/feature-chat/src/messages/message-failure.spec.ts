import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { RoomStore } from '@parley/web-data-access';
import { words } from '@parley/web-ui/testing';
import { MessageFailure } from './message-failure';
import type { MessageRow } from './message-row';

const row: MessageRow = {
  ...{
    kind: 'message',
    key: 'me:c-7',
    seq: null,
    clientMessageId: 'c-7',
    senderId: 'me',
    isOwn: true,
    text: 'Shall we?',
  },
  ...{ at: 0, isEdited: false, replyTo: null, reactions: [], progress: 'failed', error: null, startsGroup: true },
};

async function show(error: MessageRow['error'] = null) {
  const store = { retry: jest.fn(), discard: jest.fn() };
  await render(MessageFailure, {
    imports: [words],
    inputs: { row: { ...row, error } },
    providers: [{ provide: RoomStore, useValue: store }],
  });
  return store;
}

describe('a message that was refused', () => {
  it('is sent again, or taken away, as one says', async () => {
    const { retry, discard } = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect([retry.mock.calls, discard.mock.calls]).toEqual([[['c-7']], []]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(discard).toHaveBeenCalledWith('c-7');
  });

  it('says at once why, with words of its own where one may not write any more', async () => {
    await show({ code: 'forbidden', title: 'Forbidden', detail: 'blocked' });
    const why = screen.getByRole('alert').textContent;
    expect(why).not.toContain('blocked');
    expect(why).toMatch(/\w{3}/);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Remove' })).toBeVisible();
  });
});
