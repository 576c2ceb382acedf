import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { PARLEY_CLIENT, ReportsStore, RoomStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { EmojiCatalogue } from '../emoji/emoji-catalogue';
import { MessageActions } from '../messages/message-actions';
import { RoomJump } from '../scroll/room-jump';
import { Composer } from './composer';

const ROOM = '018f0000-0000-7000-8000-000000000001';
const OTHER_ROOM = '018f0000-0000-7000-8000-000000000002';

async function show(roomId = ROOM) {
  TestBed.resetTestingModule();
  const client = await new QuietClient().signIn(aProfile());
  const { fixture } = await render(Composer, {
    imports: [words],
    providers: [{ provide: PARLEY_CLIENT, useValue: client }, RoomStore, ReportsStore, MessageActions, RoomJump],
  });
  const store = fixture.debugElement.injector.get(RoomStore);
  store.open(roomId);
  await fixture.whenStable();
  await TestBed.inject(EmojiCatalogue).load();
  return {
    store,
    fixture,
    actions: fixture.debugElement.injector.get(MessageActions),
    field: screen.getByRole('textbox'),
    send: screen.getByRole('button', { name: 'Send' }),
  };
}

describe('Composer', () => {
  beforeEach(() => localStorage.clear());

  it('sends with Enter and with the button, and is empty then', async () => {
    const { store, field, send } = await show();
    await userEvent.type(field, 'first{Enter}');
    expect(field).toHaveValue('');
    await userEvent.type(field, 'second');
    await userEvent.click(send);
    expect(store.pending().map(({ text, status }) => [text, status])).toEqual([
      ['first', 'waiting'],
      ['second', 'waiting'],
    ]);
    expect(field).toHaveFocus();
  });

  it('sends nothing that is only space, and nothing too long, and says how much too long', async () => {
    const { store, field, send } = await show();
    await userEvent.type(field, '   {Enter}');
    expect(send).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.click(field);
    await userEvent.paste('x'.repeat(8_003));
    expect(screen.getByText('3 characters too many. Send it in two parts.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(store.pending()).toEqual([]);
    expect(field).toHaveValue('x'.repeat(8_003));
  });

  it('keeps a draft for each room, also beyond the page', async () => {
    const { store, fixture, field } = await show();
    await userEvent.type(field, 'half a thought');
    store.open(OTHER_ROOM);
    await fixture.whenStable();
    expect(field).toHaveValue('');
    store.open(ROOM);
    await fixture.whenStable();
    expect(field).toHaveValue('half a thought');
    fixture.destroy();
    expect((await show()).field).toHaveValue('half a thought');
  });

  it('keeps with a draft which message it is to answer', async () => {
    const { store, fixture, field, actions } = await show();
    const source = { seq: 7, senderId: '018f0000-0000-7000-8000-00000000000a', preview: 'Tomorrow?' };
    await userEvent.type(field, 'Yes, at');
    actions.replyingTo.set(source);
    await fixture.whenStable();
    // As the page does it: what was begun is forgotten, then the other room opens.
    actions.forget();
    store.open(OTHER_ROOM);
    await fixture.whenStable();
    expect(actions.replyingTo()).toBeNull();
    actions.forget();
    store.open(ROOM);
    await fixture.whenStable();
    expect(actions.replyingTo()).toEqual(source);
    fixture.destroy();
    const again = await show();
    expect([again.actions.replyingTo(), again.store.roomId()]).toEqual([source, ROOM]);
    await userEvent.type(again.field, '{Escape}');
    await again.fixture.whenStable();
    again.fixture.destroy();
    const last = await show();
    expect(last.field).toHaveValue('Yes, at');
    expect(last.actions.replyingTo()).toBeNull();
  });

  it('keeps what was typed just now when the page goes', async () => {
    const { field } = await show();
    await userEvent.type(field, 'not yet kept');
    window.dispatchEvent(new Event('pagehide'));
    expect(JSON.stringify({ ...localStorage })).toContain('not yet kept');
  });

  it('makes an emoji of a whole shortcode, and leaves the cursor behind it', async () => {
    const { field } = await show();
    await userEvent.type(field, 'well done :tada: Ana');
    expect(field).toHaveValue('well done 🎉 Ana');
    await userEvent.clear(field);
    await userEvent.type(field, 'see you at 10:30:45 in `:tada:`');
    expect(field).toHaveValue('see you at 10:30:45 in `:tada:`');
  });

  it('offers emoji for a shortcode that is being typed; Enter takes one and does not send', async () => {
    const { store, field } = await show();
    await userEvent.type(field, 'so :tad');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('🎉:tada:');
    expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { selected: true }).id);
    await userEvent.keyboard('{Enter}');
    expect(field).toHaveValue('so 🎉 ');
    expect(store.pending()).toEqual([]);
    await userEvent.type(field, ':hear{ArrowDown}{Escape}{Enter}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(store.pending().map(({ text }) => text)).toEqual(['so 🎉 :hear']);
  });

  it('answers a message: says which, sends with it, and Escape leaves it', async () => {
    const { store, fixture, field, actions } = await show();
    const source = { seq: 7, senderId: 'other', preview: 'Tomorrow?' };
    actions.replyingTo.set(source);
    await fixture.whenStable();
    expect(screen.getByText('Tomorrow?')).toBeVisible();
    await userEvent.type(field, 'Yes{Enter}');
    expect(store.pending().map(({ text, replyToSeq }) => [text, replyToSeq])).toEqual([['Yes', 7]]);
    expect(actions.replyingTo()).toBeNull();
    actions.replyingTo.set(source);
    await fixture.whenStable();
    await userEvent.type(field, '{Escape}');
    expect(actions.replyingTo()).toBeNull();
  });
});
