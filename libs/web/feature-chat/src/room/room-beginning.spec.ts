import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import type { Message, OverviewItem } from '@parley/contracts';
import { PARLEY_CLIENT, ProfileStore, RoomStore } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { RoomBeginning } from './room-beginning';

const me = aProfile();
const ben = { id: 'ben', displayName: 'Ben', headline: '', location: '', avatarUrl: null };
const at = '2026-11-01T12:00:00.000Z';
const said = (seq: number): Message => ({
  ...{ id: `m-${seq}`, roomId: 'room', seq, revision: seq, clientMessageId: `c-${seq}`, senderId: 'ben' },
  ...{ text: `word ${seq}`, createdAt: at, editedAt: null, deletedAt: null, replyTo: null, reactions: [] },
  attachments: [],
});

/** Opens a room of which this is kept, up to its last message. */
async function open(kept: readonly number[], lastSeq: number, request: OverviewItem['request'] = null): Promise<void> {
  const item: OverviewItem = {
    ...{ id: 'room', kind: 'direct', title: null, lastSeq, revision: lastSeq, request, lastMessage: null },
    members: [me, ben].map((user) => ({ user, role: 'member', joinedAt: at, lastReadSeq: lastSeq })),
    ...{ createdAt: at, updatedAt: at, unreadCount: 0, lastReadSeq: lastSeq },
    ...{ pinned: false, muted: false, archived: false },
  };
  const client = await new QuietClient({
    'PATCH /chatrooms/room/me': item,
    'GET /chatrooms/room/messages': { messages: kept.map(said), hasBefore: false, hasAfter: false, lastSeq },
  }).signIn(me);
  await render(RoomBeginning, {
    imports: [words],
    providers: [RoomStore, ProfileStore, { provide: PARLEY_CLIENT, useValue: client }],
  });
  TestBed.inject(RoomStore).open('room');
  await client.room('room').open();
  await TestBed.inject(ApplicationRef).whenStable();
}

const heading = (): string | null => screen.getByRole('heading').textContent;
const NOT_KEPT = 'Older messages are no longer kept';

describe('RoomBeginning', () => {
  it.each([
    ['the first message is there', [1, 2], 2],
    ['nothing was written yet', [], 0],
  ])('names who began where %s', async (_, kept, lastSeq) => {
    await open(kept, lastSeq);
    expect(heading()).toBe('You and Ben');
  });

  it.each([
    ['the first that is kept is not the first that was written', [41, 42], 42],
    ['nothing is kept of all that was written', [], 42],
  ])('says that older messages are not kept where %s', async (_, kept, lastSeq) => {
    await open(kept, lastSeq);
    expect(heading()).toBe(NOT_KEPT);
    expect(screen.queryByText(/Say hello/)).toBeNull();
    expect(screen.getByText(/^Together here since/)).toBeVisible();
  });

  it.each([
    ['incoming', /^Asked on .*2026/],
    ['outgoing', /^Asked on .*2026/],
    [null, /^Together here since .*2026/],
  ] as const)('calls nobody together before a request is accepted: %s', async (request, line) => {
    await open([1], 1, request);
    expect(screen.getByText(line)).toBeVisible();
  });
});
