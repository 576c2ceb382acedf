import type { OverviewItem } from '@parley/contracts';
import fc from 'fast-check';
import { nextRoom } from './next-room';

const room = (id: string, unreadCount = 0, muted = false): OverviewItem => ({
  ...{ id, kind: 'direct', title: null, members: [], lastSeq: 1, revision: 1, createdAt: '', updatedAt: '' },
  ...{ request: null, lastMessage: null, lastReadSeq: 0, pinned: false, archived: false },
  ...{ unreadCount, muted },
});
const rooms = [room('a'), room('b', 2), room('c', 1, true), room('d', 3)];

describe('nextRoom', () => {
  it('goes down and up, and stops at the ends', () => {
    expect(nextRoom(rooms, 'a', { by: 1, unread: false })).toBe('b');
    expect(nextRoom(rooms, 'b', { by: -1, unread: false })).toBe('a');
    expect(nextRoom(rooms, 'd', { by: 1, unread: false })).toBeNull();
    expect(nextRoom(rooms, 'a', { by: -1, unread: false })).toBeNull();
  });

  it('begins at an end where no room is open', () => {
    expect(nextRoom(rooms, null, { by: 1, unread: false })).toBe('a');
    expect(nextRoom(rooms, null, { by: -1, unread: false })).toBe('d');
  });

  it('looks for unread ones all the way round, and leaves out what is muted', () => {
    expect(nextRoom(rooms, 'b', { by: 1, unread: true })).toBe('d');
    expect(nextRoom(rooms, 'd', { by: 1, unread: true })).toBe('b');
    expect(nextRoom(rooms, 'b', { by: -1, unread: true })).toBe('d');
    expect(nextRoom([room('a', 1)], 'a', { by: 1, unread: true })).toBeNull();
    expect(nextRoom([], null, { by: -1, unread: true })).toBeNull();
  });

  it('reaches every unread room by going on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1), fc.boolean()), { maxLength: 12 }),
        fc.constantFrom(1, -1),
        (list, by) => {
          const items = list.map(([count, muted], index) => room(`${index}`, count, muted));
          const wanted = items.filter(({ unreadCount, muted }) => unreadCount > 0 && !muted).map(({ id }) => id);
          const reached = new Set<string>();
          let at: string | null = null;
          for (let step = 0; step < items.length + 1; step += 1) {
            at = nextRoom(items, at, { by, unread: true }) ?? at;
            if (at !== null) reached.add(at);
          }
          expect([...reached].sort()).toEqual(wanted.sort());
        },
      ),
    );
  });
});
