import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { OverviewItem, UserSummary } from '@parley/contracts';
import { Drafts, PARLEY_CLIENT } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { point, words } from '@parley/web-ui/testing';
import { RoomRow } from './room-row';

const person = (id: string, displayName: string): UserSummary => ({
  id,
  displayName,
  headline: '',
  location: '',
  avatarUrl: null,
});
const [me, ana, ben] = [person('me', 'Me'), person('ana', 'Ana'), person('ben', 'Ben')];

const room = (more: Partial<OverviewItem> = {}): OverviewItem => ({
  id: 'room',
  kind: 'direct',
  title: null,
  members: [me, ana].map((user) => ({ user, role: 'member', joinedAt: '2026-11-01T00:00:00.000Z', lastReadSeq: 0 })),
  lastSeq: 3,
  revision: 3,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  request: null,
  lastMessage: { seq: 3, senderId: 'ana', preview: 'see **you**', createdAt: '2026-11-20T12:00:00.000Z' },
  unreadCount: 0,
  lastReadSeq: 3,
  pinned: false,
  muted: false,
  archived: false,
  ...more,
});

async function show(item: OverviewItem): Promise<HTMLElement> {
  await render(RoomRow, {
    imports: [words],
    providers: [provideRouter([]), { provide: PARLEY_CLIENT, useValue: new QuietClient() }],
    inputs: { item, myId: 'me' },
  });
  return screen.findByRole('link');
}

describe('RoomRow', () => {
  beforeEach(() => localStorage.clear());

  it('names the other one and says what they said', async () => {
    const row = await show(room());
    expect(row).toHaveTextContent(/Ana/);
    expect(row).toHaveTextContent(/see you/);
    expect(row).toHaveAttribute('href', '/rooms/room');
  });

  it('says that the last words were one’s own', async () => {
    expect(
      await show(
        room({ lastMessage: { seq: 3, senderId: 'me', preview: 'yes', createdAt: '2026-11-20T12:00:00.000Z' } }),
      ),
    ).toHaveTextContent(/You:\s*yes/);
  });

  it('says in a group who spoke', async () => {
    const members = [me, ana, ben].map((user) => ({
      user,
      role: 'member' as const,
      joinedAt: '2026-11-01T00:00:00.000Z',
      lastReadSeq: 0,
    }));
    const row = await show(room({ kind: 'group', title: 'Table', members }));
    expect(row).toHaveTextContent(/Table/);
    expect(row).toHaveTextContent(/Ana:\s*see you/);
  });

  it('counts what is unread, exactly up to 999', async () => {
    expect(await show(room({ unreadCount: 7 }))).toHaveTextContent('7 unread');
  });

  it('tells no more than 999', async () => {
    expect(await show(room({ unreadCount: 999 }))).toHaveTextContent('999+ unread');
  });

  it('has words for a deleted message', async () => {
    expect(
      await show(
        room({ lastMessage: { seq: 3, senderId: 'ana', preview: '', createdAt: '2026-11-20T12:00:00.000Z' } }),
      ),
    ).toHaveTextContent('Deleted');
  });

  it('shows whether the other one is there, to the ear as well, and nothing of whoever hides it', async () => {
    const row = await show(room());
    expect(row).not.toHaveTextContent(/Online|Away|Last seen/);
    const { presence } = TestBed.inject(PARLEY_CLIENT);
    const hear = async (status: 'online' | 'away' | 'offline', lastSeenAt: string | null): Promise<void> => {
      presence.hear({ userId: 'ana', status, lastSeenAt });
      await TestBed.inject(ApplicationRef).whenStable();
    };
    await hear('online', null);
    expect(row).toHaveTextContent(/Online/);
    await hear('away', '2026-11-20T12:00:00.000Z');
    expect(row).toHaveTextContent(/Away/);
    await hear('offline', null);
    expect(row).not.toHaveTextContent(/Online|Away|Last seen/);
  });

  it('has its menu under a finger that rests on it, as by its button, and opens nothing else', async () => {
    const row = await show(room());
    point(row, 'pointerdown');
    fireEvent.contextMenu(row);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent?.trim())).toEqual([
      'Pin',
      'Mute',
      'Archive',
      'Search in it',
      'Save as a file',
    ]);
    expect(screen.getByRole('menuitem', { name: 'Pin' })).toHaveFocus();
    expect(screen.getByRole('button', { name: /Ana/ })).toHaveAttribute('aria-expanded', 'true');
  });

  it('says what is set for it', async () => {
    const row = await show(room({ pinned: true, muted: true, lastSeq: 0, lastMessage: null }));
    expect(row).toHaveTextContent(/Pinned.*Muted/s);
    expect(row).toHaveTextContent('Nothing written yet');
  });

  it('does not say that nothing was written where it is only not kept', async () => {
    const row = await show(room({ lastMessage: null }));
    expect(row).toHaveTextContent('Nothing kept any more');
    expect(row).not.toHaveTextContent('Nothing written yet');
  });

  it('shows what one has begun to write there, for as long as it is not sent', async () => {
    const row = await show(room());
    const drafts = TestBed.inject(Drafts);
    const write = async (text: string): Promise<void> => {
      drafts.write('me', 'room', text);
      await TestBed.inject(ApplicationRef).whenStable();
    };
    await write('as I **said**,\nI am');
    expect(row).toHaveTextContent(/Draft:\s*as I said, I am/);
    expect(row).not.toHaveTextContent('see you');
    await write('');
    expect(row).toHaveTextContent(/see you/);
    expect(row).not.toHaveTextContent('Draft');
  });
});
