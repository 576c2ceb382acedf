import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { words } from '@parley/web-ui/testing';
import { MessageActions } from './message-actions';
import { MessageEditor } from './message-editor';
import type { MessageRow } from './message-row';

const row: MessageRow = {
  ...{ kind: 'message', key: 'me:c-7', seq: 7, clientMessageId: 'c-7', senderId: 'me', isOwn: true },
  ...{ text: 'Shall we?', at: 0, isEdited: false, replyTo: null, reactions: [] },
  ...{ progress: 'sent', error: null, startsGroup: true },
};

async function show() {
  const actions = { editing: { set: jest.fn() }, isBusy: () => false, save: jest.fn(() => Promise.resolve(true)) };
  const { rerender } = await render(MessageEditor, {
    imports: [words],
    inputs: { row },
    providers: [{ provide: MessageActions, useValue: actions }],
  });
  return { actions, becomes: (more: Partial<MessageRow>) => rerender({ inputs: { row: { ...row, ...more } } }) };
}

describe('a message that one changes', () => {
  it('keeps what one writes, whatever happens to the message meanwhile', async () => {
    const { actions, becomes } = await show();
    const field = screen.getByRole('textbox', { name: 'Edit the message' });
    expect(field).toHaveValue('Shall we?');
    await userEvent.type(field, ' On Sunday');
    await becomes({ reactions: [{ emoji: '👍', userIds: ['ben'] }] });
    expect(field).toHaveValue('Shall we? On Sunday');
    await becomes({ text: 'Changed on another device' });
    expect(field).toHaveValue('Shall we? On Sunday');
    await userEvent.type(field, '{Enter}');
    expect(actions.save).toHaveBeenCalledWith('Shall we? On Sunday');
  });

  it('is left as it is where nothing was changed', async () => {
    const { actions } = await show();
    await userEvent.type(screen.getByRole('textbox', { name: 'Edit the message' }), '{Enter}');
    expect(actions.editing.set).toHaveBeenCalledWith(null);
    expect(actions.save).not.toHaveBeenCalled();
  });
});
