import type { OutboxEntry } from '@parley/client';
import type { Message } from '@parley/contracts';
import { buildDays, type MessageRow, type Row } from './message-row';

const NOON = new Date(2026, 10, 22, 12).getTime();
const MINUTE = 60_000;

const message = (seq: number, senderId: string, at: number, more: Partial<Message> = {}): Message => ({
  id: `id-${seq}`,
  roomId: 'room',
  seq,
  revision: seq,
  clientMessageId: `c-${seq}`,
  senderId,
  text: `text ${seq}`,
  createdAt: new Date(at).toISOString(),
  editedAt: null,
  deletedAt: null,
  replyTo: null,
  reactions: [],
  attachments: [],
  ...more,
});

const entry = (id: string, queuedAt: number): OutboxEntry => ({
  clientMessageId: id,
  roomId: 'room',
  senderId: 'me',
  text: 'on its way',
  place: 1,
  queuedAt,
  status: 'sending',
  error: null,
});

interface More {
  pending?: OutboxEntry[];
  firstUnreadSeq?: number;
}

const days = (messages: Message[], { pending = [], firstUnreadSeq }: More = {}) =>
  buildDays({ messages, pending, myId: 'me', firstUnreadSeq: firstUnreadSeq ?? null });
const build = (messages: Message[], more?: More): Row[] => days(messages, more).flatMap(({ rows }) => [...rows]);
const groups = (rows: Row[]): boolean[] =>
  rows.filter((row): row is MessageRow => row.kind === 'message').map((row) => row.startsGroup);

describe('buildDays', () => {
  it('groups messages of one author within five minutes', () => {
    const rows = build([
      message(1, 'ana', NOON),
      message(2, 'ana', NOON + 4 * MINUTE),
      message(3, 'ana', NOON + 9 * MINUTE),
      message(4, 'me', NOON + 9 * MINUTE),
      message(5, 'ana', NOON + 10 * MINUTE),
    ]);
    expect(groups(rows)).toEqual([true, false, true, true, true]);
  });

  it('makes anew only what has changed', () => {
    const messages = [message(2, 'ana', NOON), message(3, 'ana', NOON), message(4, 'ana', NOON)];
    const before = build(messages);
    const edited = messages.with(1, message(3, 'ana', NOON, { text: 'another', revision: 9 }));
    const after = build([message(1, 'ben', NOON), ...edited]);
    expect(after[1]).toBe(before[0]);
    expect(after[2]).toMatchObject({ seq: 3, text: 'another' });
    expect(after[3]).toBe(before[2]);
    const [, second] = build([message(1, 'ana', NOON), ...messages]);
    expect(second).toMatchObject({ seq: 2, startsGroup: false });
  });

  it('begins a new day and a new group at midnight', () => {
    const midnight = new Date(2026, 10, 23).getTime();
    const messages = [message(1, 'ana', midnight - MINUTE), message(2, 'ana', midnight + MINUTE)];
    expect(days(messages).map(({ key, rows }) => [key, rows.length])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 1],
    ]);
    expect(groups(build(messages))).toEqual([true, true]);
  });

  it('puts one line before the first unread message', () => {
    const rows = build([message(1, 'ana', NOON), message(2, 'ana', NOON + 1), message(3, 'ana', NOON + 2)], {
      firstUnreadSeq: 2,
    });
    expect(rows.map(({ kind }) => kind)).toEqual(['message', 'new', 'message', 'message']);
    expect(groups(rows)).toEqual([true, true, false]);
  });

  it('keeps the key of a message from the outbox to the history', () => {
    const [waiting] = build([], { pending: [entry('c-1', NOON)] });
    const [sent] = build([message(1, 'me', NOON)]);
    expect(waiting?.key).toBe(sent?.key);
    expect(waiting).toMatchObject({ progress: 'sending', seq: null, isOwn: true });
    expect(sent).toMatchObject({ progress: 'sent', seq: 1, isOwn: true });
  });

  it('shows what a message answers, from the first moment on', () => {
    const answered = { ...entry('c-2', NOON), replyToSeq: 1 };
    const [, waiting] = build([message(1, 'ana', NOON)], { pending: [answered] });
    expect(waiting).toMatchObject({ replyTo: { seq: 1, senderId: 'ana', preview: 'text 1' } });
    const [, elsewhere] = build([message(2, 'ana', NOON)], { pending: [answered] });
    expect(elsewhere).toMatchObject({ replyTo: null });
  });

  it('puts what is on its way on the server’s day where this machine’s clock is off', () => {
    const pending = [entry('c-2', NOON + 24 * 60 * MINUTE)];
    expect(
      buildDays({
        ...{ messages: [message(1, 'ana', NOON)], pending, myId: 'me', firstUnreadSeq: null },
        clockOffsetMs: -24 * 60 * MINUTE,
      }),
    ).toHaveLength(1);
  });

  it('gives what is on its way one day, also after a failed one of the day before', () => {
    const yesterday = { ...entry('c-2', NOON - 24 * 60 * MINUTE), status: 'failed' as const };
    const pending = [yesterday, entry('c-3', NOON + 1), entry('c-4', NOON + 2)];
    expect(days([message(1, 'ana', NOON)], { pending }).map(({ key, rows }) => [key, rows.length])).toEqual([
      ['2026-11-22', 4],
    ]);
  });

  it('never gives two senders the same key', () => {
    const keys = build([message(1, 'ana', NOON), message(2, 'ben', NOON, { clientMessageId: 'c-1' })]).map(
      (row) => row.key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('goes by the order of the room even where clocks disagree', () => {
    const messages = [message(1, 'ana', NOON), message(2, 'ana', NOON - 24 * 60 * MINUTE)];
    expect(days(messages)).toHaveLength(1);
    expect(build(messages).map((row) => (row.kind === 'message' ? row.seq : row.kind))).toEqual([1, 2]);
  });
});
