import { TestBed } from '@angular/core/testing';
import type { Message, OverviewItem } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { aProfile, QuietClient } from '../client/quiet-client.fixture';
import { RoomStore } from './room.store';

const ROOM = '018f0000-0000-7000-8000-000000000001';
const me = aProfile();
const other = { id: 'other', displayName: 'Ben', headline: '', location: '', avatarUrl: null };

const item: OverviewItem = {
  id: ROOM,
  kind: 'direct',
  title: null,
  members: [me, other].map((user) => ({ user, role: 'member', joinedAt: '2026-11-01T00:00:00.000Z', lastReadSeq: 0 })),
  lastSeq: 100,
  revision: 100,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  request: null,
  lastMessage: null,
  unreadCount: 3,
  lastReadSeq: 97,
  pinned: false,
  muted: false,
  archived: false,
};

const message = (seq: number): Message => ({
  id: `m-${seq}`,
  roomId: ROOM,
  seq,
  revision: seq,
  clientMessageId: `c-${seq}`,
  senderId: 'other',
  text: `text ${seq}`,
  createdAt: '2026-11-01T00:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  reactions: [],
  attachments: [],
});

const page = (from: number, to: number): object => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  hasBefore: from > 1,
  hasAfter: to < 100,
  lastSeq: 100,
});

const HISTORY = `GET /chatrooms/${ROOM}/messages`;

async function open(answers: Record<string, unknown> = {}) {
  const client = await new QuietClient({
    [`PATCH /chatrooms/${ROOM}/me`]: item,
    [HISTORY]: page(51, 100),
    ...answers,
  }).signIn(me);
  TestBed.configureTestingModule({ providers: [RoomStore, { provide: PARLEY_CLIENT, useValue: client }] });
  const store = TestBed.inject(RoomStore);
  store.open(ROOM);
  await jest.advanceTimersByTimeAsync(0);
  return { client, store };
}

describe('RoomStore', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows a room: whose it is, what was said, and where the unread begins', async () => {
    const { store } = await open();
    expect([store.status(), store.name(), store.messages().length]).toEqual(['ready', 'Ben', 50]);
    expect([store.firstUnreadSeq(), store.unreadCount(), store.hasBefore()]).toEqual([98, 3, true]);
  });

  it('says when a page could not be had, asks no more by itself, and has it when somebody wants it', async () => {
    const { client, store } = await open();
    client.answers[HISTORY] = new TypeError('no network');
    await store.loadOlder();
    const asked = client.asked.length;
    await store.loadOlder();
    expect([store.missingPage()?.side, client.asked.length]).toEqual(['older', asked]);
    client.answers[HISTORY] = page(1, 50);
    await store.loadMissing();
    expect([store.missingPage(), store.messages()[0]?.seq]).toEqual([null, 1]);
  });

  it('goes to the newest when somebody wants it, also where the next page could not be had', async () => {
    const { client, store } = await open({ [HISTORY]: page(1, 50) });
    client.answers[HISTORY] = new TypeError('no network');
    await store.loadNewer();
    const asked = client.asked.length;
    await store.loadNewest();
    expect([store.missingPage()?.side, client.asked.length]).toEqual(['newer', asked + 1]);
    client.answers[HISTORY] = page(51, 100);
    await store.loadNewest();
    expect([store.missingPage(), store.messages().at(-1)?.seq, store.hasAfter()]).toEqual([null, 100, false]);
  });

  it.each([
    ['none is kept', null, true],
    ['they are not here yet', { seq: 100, senderId: 'other', preview: 'text 100', createdAt: item.createdAt }, false],
  ])('without a message where %s: tells that older ones are gone only where that is known', async (_, last, gone) => {
    const { store } = await open({
      [`PATCH /chatrooms/${ROOM}/me`]: { ...item, lastMessage: last },
      [HISTORY]: { messages: [], hasBefore: false, hasAfter: false, lastSeq: 100 },
    });
    expect([store.status(), store.messages().length, store.isShortened()]).toEqual(['ready', 0, gone]);
  });

  it('has words for a room that is not there', async () => {
    const { client, store } = await open();
    client.answers['PATCH /chatrooms/gone/me'] = 404;
    store.open('gone');
    await jest.advanceTimersByTimeAsync(0);
    expect([store.status(), store.name()]).toEqual(['missing', '']);
  });

  it('shows what is sent at once, and forgets it when it is removed', async () => {
    const { store } = await open();
    store.send('hello');
    const [entry] = store.pending();
    expect(entry).toMatchObject({ text: 'hello', senderId: me.id });
    store.discard(entry?.clientMessageId ?? '');
    expect(store.pending()).toEqual([]);
  });
});
