import type { OverviewItem } from '@parley/contracts';
import fc from 'fast-check';
import { knownOf, newsIn } from './news-in';

const at = (second: number): string => new Date(1_790_000_000_000 + second * 1_000).toISOString();

function room(id: string, seq: number, more: Partial<OverviewItem> = {}, senderId = 'ben'): OverviewItem {
  return {
    ...{ id, kind: 'direct', title: null, members: [], lastSeq: seq, revision: seq },
    ...{ createdAt: at(0), updatedAt: at(0), request: null, unreadCount: 1, lastReadSeq: seq - 1 },
    ...{ pinned: false, muted: false, archived: false },
    lastMessage: seq === 0 ? null : { seq, senderId, preview: 'hi', createdAt: at(seq) },
    ...more,
  };
}
const ids = (items: readonly OverviewItem[]): string[] => items.map(({ id }) => id);

describe('news', () => {
  const before = knownOf([room('a', 5), room('b', 7)]);

  it('are what somebody else wrote since', () => {
    expect(ids(newsIn(before, [room('a', 6), room('b', 7)], 'me'))).toEqual(['a']);
  });

  it('are the first message after one has read all, though it is not counted yet', () => {
    expect(ids(newsIn(before, [room('a', 6, { unreadCount: 0 })], 'me'))).toEqual(['a']);
  });

  it('are not what one wrote oneself, has read, or has muted', () => {
    expect(newsIn(before, [room('a', 6, {}, 'me')], 'me')).toEqual([]);
    expect(newsIn(before, [room('a', 6, { lastReadSeq: 6 })], 'me')).toEqual([]);
    expect(newsIn(before, [room('a', 6, { muted: true })], 'me')).toEqual([]);
  });

  it('are in a room that is new, and not in an old one that was fetched later', () => {
    expect(ids(newsIn(before, [room('c', 8), room('d', 3)], 'me'))).toEqual(['c']);
  });

  it('are told once: what is known is no news', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(20))), (rooms) => {
        const items = [...new Map(rooms).entries()].map(([id, seq]) => room(id, seq));
        expect(newsIn(knownOf(items), items, 'me')).toEqual([]);
      }),
    );
  });
});
