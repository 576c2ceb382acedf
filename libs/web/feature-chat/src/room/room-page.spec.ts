import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { Message, OverviewItem } from '@parley/contracts';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { RoomPage } from './room-page';

const me = aProfile();
const ben = { id: 'ben', displayName: 'Ben', headline: '', location: '', avatarUrl: null };
const at = '2026-11-20T12:00:00.000Z';
const item: OverviewItem = {
  ...{ id: 'room', kind: 'direct', title: null, lastSeq: 2, revision: 2, request: null },
  members: [me, ben].map((user) => ({ user, role: 'member', joinedAt: at, lastReadSeq: 2 })),
  lastMessage: { seq: 2, senderId: 'ben', preview: 'word 2', createdAt: at },
  ...{ createdAt: at, updatedAt: at, unreadCount: 0, lastReadSeq: 2, pinned: false, muted: false, archived: false },
};
const said = (seq: number): Message => ({
  ...{ id: `m-${seq}`, roomId: 'room', seq, revision: seq, clientMessageId: `c-${seq}`, senderId: 'ben' },
  ...{ text: `word ${seq}`, createdAt: at, editedAt: null, deletedAt: null, replyTo: null, reactions: [] },
  attachments: [],
});

const HEIGHT = 600;
const ROW = 60;

/** jsdom lays nothing out: the list is a screen high and two more long, and every message as high as the next. */
function layOut(scroller: HTMLElement): void {
  let scrollTop = 0;
  const length = (): number => 3 * HEIGHT + ROW * scroller.querySelectorAll('[data-row]').length;
  Object.defineProperties(scroller, {
    clientHeight: { value: HEIGHT },
    scrollHeight: { get: length },
    scrollTop: {
      get: () => scrollTop,
      set: (to: number) => (scrollTop = Math.min(Math.max(to, 0), length() - HEIGHT)),
    },
  });
}

async function open() {
  const client = await new QuietClient({
    'PATCH /chatrooms/room/me': item,
    'GET /chatrooms/room/messages': { messages: [said(1), said(2)], hasBefore: false, hasAfter: false, lastSeq: 2 },
  }).signIn(me);
  await render(RoomPage, {
    imports: [words],
    inputs: { roomId: 'room' },
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: client }],
  });
  const scroller = await screen.findByRole('log', { name: 'Messages' });
  layOut(scroller);
  await screen.findByText('word 2');
  const settled = (): Promise<void> => TestBed.inject(ApplicationRef).whenStable();
  const scroll = async (by: number): Promise<void> => {
    scroller.scrollTop += by;
    fireEvent.scroll(scroller);
    await settled();
  };
  await scroll(10 * HEIGHT);
  const room = client.room('room');
  return {
    scroll,
    hear: async (seq: number) => {
      room.hear(said(seq));
      await settled();
    },
    press: async (more: Partial<KeyboardEventInit> = {}) => {
      fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape', ...more });
      await settled();
    },
    pill: () => screen.queryByRole('button', { name: /new message|latest/ })?.getAttribute('aria-label'),
    lastRead: () => room.state.get().lastReadSeq,
  };
}

jest.setTimeout(60_000);

describe('RoomPage', () => {
  beforeAll(() => {
    globalThis.matchMedia = jest.fn().mockReturnValue({ matches: false, addEventListener: () => undefined });
    globalThis.ResizeObserver = class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
    globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
  });

  it('tells what comes out of sight below, with its count, however near that is', async () => {
    const { scroll, hear, pill } = await open();
    expect(pill()).toBeUndefined();
    await scroll(-100);
    expect(pill()).toBeUndefined();
    await hear(3);
    expect(pill()).toBe('1 new message');
    await hear(4);
    expect(pill()).toBe('2 new messages');
  });

  it('shows the way to the newest to whoever is far from it, though all is read', async () => {
    const { scroll, pill } = await open();
    await scroll(-400);
    expect(pill()).toBe('To the latest');
    await scroll(400);
    expect(pill()).toBeUndefined();
  });

  it('has all read by Escape, but not by the one that an input method has for itself', async () => {
    const { scroll, hear, pill, press, lastRead } = await open();
    await scroll(-100);
    await hear(3);
    await press({ isComposing: true });
    expect([pill(), lastRead()]).toEqual(['1 new message', 2]);
    await press();
    expect([pill(), lastRead()]).toEqual([undefined, 3]);
  });
});
