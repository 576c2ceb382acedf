import type { OverviewItem } from '@parley/contracts';
import { archiveAfter } from './archive-after';

const room = (id: string, archived = false, title: string | null = null): OverviewItem => ({
  ...{ id, kind: 'group', title, members: [], lastSeq: 1, revision: 1, createdAt: '', updatedAt: '' },
  ...{ request: null, lastMessage: null, lastReadSeq: 0, unreadCount: 0, pinned: false, muted: false },
  archived,
});
const [a, b, c] = [room('a', true), room('b', true), room('c')];

/** What is known of rooms, where these are all that one is in. */
const known =
  (...rooms: readonly OverviewItem[]) =>
  (id: string): OverviewItem | null =>
    rooms.find((item) => item.id === id) ?? null;

describe('archiveAfter', () => {
  it('is the same list where nothing of it has changed', () => {
    const archive = [a, b];
    expect(archiveAfter(archive, [c], [c, room('d')], known(a, b, c))).toBe(archive);
  });

  it('has first what has gone into it, once', () => {
    const put = { ...c, archived: true };
    expect(archiveAfter([a, b], [c], [], known(a, b, put))).toEqual([put, a, b]);
    expect(archiveAfter([a, put], [c], [], known(a, put))).toEqual([put, a]);
  });

  it('is without what is back in the overview', () => {
    const back = { ...a, archived: false };
    expect(archiveAfter([a, b], [c], [back, c], known(back, b, c))).toEqual([b]);
  });

  it('is without what was left, in the archive or on the way there', () => {
    expect(archiveAfter([a, b], [c], [c], known(b, c))).toEqual([b]);
    expect(archiveAfter([a], [], [], known())).toEqual([]);
    expect(archiveAfter([a], [c], [], known(a))).toEqual([a]);
  });

  it('has what stays as it is known now', () => {
    const renamed = room('b', true, 'Bread on Sundays');
    expect(archiveAfter([a, b], [c], [c], known(a, renamed, c))).toEqual([a, renamed]);
  });
});
