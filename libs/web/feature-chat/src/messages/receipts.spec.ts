import type { Member } from '@parley/contracts';
import type { MessageRow } from './message-row';
import { receiptsOf } from './receipts';

const row = (seq: number | null, isOwn = true, text: string | null = 'x'): MessageRow => ({
  kind: 'message',
  key: `k${seq}`,
  seq,
  clientMessageId: `c-${seq}`,
  senderId: isOwn ? 'me' : 'ana',
  isOwn,
  text,
  at: 0,
  isEdited: false,
  replyTo: null,
  reactions: [],
  progress: seq === null ? 'sending' : 'sent',
  error: null,
  startsGroup: true,
});

const member = (id: string, lastReadSeq: number): Member => ({
  user: { id, displayName: id.toUpperCase(), headline: '', location: '', avatarUrl: null },
  role: 'member',
  joinedAt: '2026-11-01T00:00:00.000Z',
  lastReadSeq,
});

const told = (rows: MessageRow[], ...members: Member[]) =>
  [...receiptsOf(rows, [member('me', 99), ...members], 'me')].map(([key, { readers }]) => [key, ...readers]);

describe('receiptsOf', () => {
  it('says of the newest that it is sent, and where each reader stands', () => {
    const rows = [row(1), row(2, false), row(3), row(4)];
    expect(told(rows, member('ana', 3), member('ben', 1), member('cho', 0))).toEqual([
      ['k4'],
      ['k3', 'ANA'],
      ['k1', 'BEN'],
    ]);
  });

  it('says of the newest that it is read, once, by whoever has read it', () => {
    expect(told([row(1), row(2)], member('ana', 2), member('ben', 7))).toEqual([['k2', 'ANA', 'BEN']]);
  });

  it('says nothing of others’ messages, of what is deleted or on its way', () => {
    expect(told([row(1, false), row(2, true, null), row(null)], member('ana', 9))).toEqual([]);
  });
});
