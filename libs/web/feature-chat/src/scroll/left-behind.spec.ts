import { type Drawn, leavesUnreadBehind, newestSeen } from './left-behind';
import type { ScrollKeeper } from './scroll-keeper';

/** At the end of a room of a hundred messages, of which those up to 60 go out of view with the newest. */
function aRoom({ isAtEnd = true, isOnItsWay = false, ...more }: Partial<Drawn> & Partial<ScrollKeeper> = {}): Drawn {
  const leavesBehind = (key: string): boolean => Number(key) <= 60;
  return {
    keeper: { isAtEnd, isOnItsWay, leavesBehind } as unknown as ScrollKeeper,
    window: { from: 41, to: null },
    range: { first: 1, last: 100, isWhole: true },
    rows: Array.from({ length: 60 }, (_, index) => ({ key: String(41 + index), seq: 41 + index })),
    ...{ lastReadSeq: 50, unreadCount: 50 },
    ...more,
  };
}

function looks(visibility: DocumentVisibilityState, hasFocus: boolean): void {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  jest.spyOn(document, 'hasFocus').mockReturnValue(hasFocus);
}

describe('what going along with the newest would leave behind', () => {
  beforeEach(() => looks('visible', true));
  afterEach(() => jest.restoreAllMocks());

  it('is the first unread message, where it would go out of view or is not drawn any more', () => {
    expect(leavesUnreadBehind(aRoom())).toBe(true);
    expect(leavesUnreadBehind(aRoom({ lastReadSeq: 60 }))).toBe(false);
    expect(leavesUnreadBehind(aRoom({ lastReadSeq: 20 }))).toBe(true);
    looks('hidden', false);
    expect(leavesUnreadBehind(aRoom())).toBe(true);
  });

  it('is nothing that one has read, nor what is not loaded', () => {
    expect(leavesUnreadBehind(aRoom({ unreadCount: 0 }))).toBe(false);
    expect(leavesUnreadBehind(aRoom({ lastReadSeq: 20, range: { first: 31, last: 100, isWhole: true } }))).toBe(false);
    expect(leavesUnreadBehind(aRoom({ lastReadSeq: 100 }))).toBe(false);
  });

  it('is nothing for whoever is not at the end, or on the way to somewhere, or has the page beside another', () => {
    expect(leavesUnreadBehind(aRoom({ isAtEnd: false }))).toBe(false);
    expect(leavesUnreadBehind(aRoom({ isOnItsWay: true }))).toBe(false);
    expect(leavesUnreadBehind(aRoom({ keeper: null }))).toBe(false);
    looks('visible', false);
    expect(leavesUnreadBehind(aRoom())).toBe(false);
  });
});

it('counts what lies above one’s own message that fills the view as seen, and nothing where nothing is in view', () => {
  const rows = [
    { key: 'a', seq: 1 },
    { key: 'b', seq: 2 },
    { key: 'c', seq: null },
  ];
  expect(newestSeen(rows, new Set(['a']))).toBe(1);
  expect(newestSeen(rows, new Set(['a', 'b']))).toBe(2);
  expect(newestSeen(rows, new Set(['c']))).toBe(2);
  expect(newestSeen(rows, new Set())).toBeNull();
  expect(newestSeen(rows, new Set(['of another room']))).toBeNull();
});
