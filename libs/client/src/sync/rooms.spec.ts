import { jest } from '@jest/globals';
import { ParleyError, type OverviewItem } from '@parley/contracts';
import { setup } from './model-client.fixture';
import type { RoomApi } from './room-context';
import type { Rooms } from './rooms';

interface Page {
  readonly items: OverviewItem[];
  readonly nextCursor: string | null;
}
/** What was asked for and is not answered yet. */
interface Asked<T> {
  readonly query: Record<string, string | undefined>;
  readonly answer: (answered: T) => void;
  readonly fail: (error: Error) => void;
}

/** A client whose questions about rooms are answered by hand. */
function byHand() {
  const [pages, items]: [Asked<Page>[], Asked<OverviewItem>[]] = [[], []];
  const ask = <T>(asked: Asked<T>[], query: object = {}): Promise<T> =>
    new Promise((answer, fail) => asked.push({ query: { ...query }, answer, fail }));
  const rest = (own: RoomApi): RoomApi => ({
    ...own,
    chatrooms: {
      ...own.chatrooms,
      overview: ({ query }) => ask(pages, query),
      setMine: () => ask(items),
      answerRequest: () => ask(items),
    },
  });
  const { server, rooms, engine } = setup({ rest });
  const item = (id: string, more: Partial<OverviewItem> = {}): OverviewItem => ({ ...server.item(), id, ...more });
  /** How many rooms were shown, each time that they were. */
  const shown: number[] = [];
  rooms.overview.subscribe((overview) => shown.push(overview.items.length));
  shown.length = 0;
  return { server, rooms, engine, pages, items, item, shown };
}

describe('Rooms', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows a page as one change', async () => {
    const { rooms, pages, item, shown } = byHand();
    const loading = rooms.load();
    pages[0]?.answer({ items: [item('a'), item('b'), item('c')], nextCursor: 'more' });
    await loading;
    // That it is on its way, and that it is here.
    expect(shown).toEqual([0, 3]);
    const loadingMore = rooms.loadMore();
    pages[1]?.answer({ items: [item('d'), item('e')], nextCursor: null });
    await loadingMore;
    expect(shown).toEqual([0, 3, 3, 5]);
  });

  it('counts the pages that were answered, and nothing else', async () => {
    const { rooms, pages, item } = byHand();
    const load = async (answer: (asked?: Asked<Page>) => void): Promise<number> => {
      const loading = rooms.load();
      answer(pages.at(-1));
      await loading;
      return rooms.overview.get().pages;
    };
    expect(await load((asked) => asked?.answer({ items: [item('a')], nextCursor: 'more' }))).toBe(1);
    expect(await load((asked) => asked?.fail(new ParleyError('unavailable', 'away')))).toBe(1);
    rooms.joined(item('b'));
    expect(rooms.overview.get().pages).toBe(1);
    expect(await load((asked) => asked?.answer({ items: [item('a')], nextCursor: 'more' }))).toBe(2);
    rooms.clear();
    expect(rooms.overview.get().pages).toBe(0);
  });

  describe('of whose rooms there are more pages than one', () => {
    const hour = (hours: number): string => new Date(Date.UTC(2026, 10, 1, hours)).toISOString();
    const shownIds = (rooms: Rooms): string[] => rooms.overview.get().items.map(({ id }) => id);

    /** Rooms a (the liveliest) to d, on two pages. */
    async function twoPages() {
      const hand = byHand();
      const room = (id: string, hours: number, more: Partial<OverviewItem> = {}): OverviewItem =>
        hand.item(id, { createdAt: hour(hours), lastMessage: null, ...more });
      /** Answers the page that is asked for, and says by which question it was. */
      const take = async (ask: () => Promise<void>, items: OverviewItem[], nextCursor: string | null) => {
        const asking = ask();
        await jest.advanceTimersByTimeAsync(0);
        const asked = hand.pages.at(-1);
        asked?.answer({ items, nextCursor });
        await asking;
        await jest.advanceTimersByTimeAsync(0);
        return asked?.query;
      };
      const { engine, rooms } = hand;
      const check = async (): Promise<void> => engine.checkAll();
      await take(() => rooms.load(), [room('a', 9), room('b', 8)], 'after b');
      return { ...hand, check, room, take };
    }

    it('checks them and asks for no page a second time', async () => {
      const { rooms, pages, room, take, check } = await twoPages();
      await take(() => rooms.loadMore(), [room('c', 7), room('d', 6)], null);
      expect(rooms.overview.get().hasMore).toBe(false);
      await take(check, [room('d', 10), room('a', 9)], 'after a');
      expect([shownIds(rooms), rooms.overview.get().hasMore]).toEqual([['d', 'a', 'b', 'c'], false]);
      await rooms.loadMore();
      expect(pages).toHaveLength(3);
    });

    it('goes on where it was after a check', async () => {
      const { rooms, room, take, check } = await twoPages();
      await take(() => rooms.loadMore(), [room('c', 7)], 'after c');
      await take(check, [room('a', 9), room('b', 8)], 'after b');
      expect(await take(() => rooms.loadMore(), [room('d', 6)], null)).toEqual({ cursor: 'after c' });
      expect([shownIds(rooms), rooms.overview.get().hasMore]).toEqual([['a', 'b', 'c', 'd'], false]);
    });

    it.each([
      ['more than the check could tell have come', 2],
      ['there are too many for one question', 601],
    ])('begins anew where %s: none of them is missing', async (_, known) => {
      const { rooms, server, room, take, check } = await twoPages();
      const others = Array.from({ length: known }, (_each, index) => room(`c${index}`, 7 - index / known));
      await take(() => rooms.loadMore(), others, null);
      if (known === 2)
        jest.spyOn(server, 'sync').mockReturnValue({ rooms: {}, joined: [], joinedMore: true, left: [] });
      await take(check, [room('x', 12), room('y', 11)], 'after y');
      expect(rooms.overview.get().hasMore).toBe(true);
      expect(await take(() => rooms.loadMore(), [room('z', 10), room('a', 9)], 'after a')).toEqual({
        cursor: 'after y',
      });
      expect(shownIds(rooms).slice(0, 5)).toEqual(['x', 'y', 'z', 'a', 'b']);
    });

    it('passes over where an older walk stood that was answered after it began anew', async () => {
      const { rooms, pages, room, take } = await twoPages();
      const late = rooms.loadMore();
      const [, asked] = pages;
      await take(() => rooms.load(), [room('x', 12), room('y', 11)], 'after y');
      asked?.answer({ items: [room('c', 7), room('d', 6)], nextCursor: null });
      await late;
      expect(rooms.overview.get().hasMore).toBe(true);
      expect(await take(() => rooms.loadMore(), [room('z', 10)], null)).toEqual({ cursor: 'after y' });
    });
  });

  it('finds everything that is archived, however many pages it has, each of them one change', async () => {
    const { rooms, pages, item, shown } = byHand();
    const loading = rooms.loadArchived();
    const away = (...ids: string[]): OverviewItem[] => ids.map((id) => item(id, { archived: true }));
    pages[0]?.answer({ items: away('a', 'b', 'c'), nextCursor: 'more' });
    await jest.advanceTimersByTimeAsync(0);
    pages[1]?.answer({ items: away('d'), nextCursor: null });
    expect((await loading).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(pages.map(({ query }) => query)).toEqual([
      { filter: 'archived', limit: '100' },
      { filter: 'archived', limit: '100', cursor: 'more' },
    ]);
    expect(shown).toEqual([0, 0]);
    expect(rooms.find('d')?.state.get().item?.archived).toBe(true);
  });

  it('takes no page for whoever signs in next', async () => {
    const { rooms, pages, item } = byHand();
    const [first, archived] = [rooms.load(), rooms.loadArchived()];
    rooms.clear();
    const next = rooms.load();
    pages[0]?.answer({ items: [item('a')], nextCursor: 'of somebody else' });
    pages[1]?.answer({ items: [item('b', { archived: true })], nextCursor: 'of somebody else' });
    await first;
    expect(await archived).toEqual([]);
    expect(rooms.overview.get()).toMatchObject({ items: [], loaded: false, loading: true, hasMore: false });
    expect([...rooms.all]).toEqual([]);
    pages[2]?.answer({ items: [item('c')], nextCursor: null });
    await next;
    expect(rooms.overview.get().items.map(({ id }) => id)).toEqual(['c']);
    expect(pages).toHaveLength(3);
  });

  it('tells whoever signs in next of no failure that was not theirs', async () => {
    const { rooms, pages } = byHand();
    const loading = rooms.load();
    rooms.clear();
    pages[0]?.fail(new ParleyError('unavailable', 'away'));
    await loading;
    expect(rooms.overview.get()).toMatchObject({ loading: false, error: null });
  });

  it('takes no single room for whoever signs in next, and asks for theirs anew', async () => {
    const { rooms, pages, items, item } = byHand();
    const loading = rooms.load();
    pages[0]?.answer({ items: [], nextCursor: null });
    await loading;
    const asking = [rooms.discover('a'), rooms.setMine('b', { pinned: true }), rooms.answerRequest('c', true)];
    rooms.clear();
    const nextLoading = rooms.load();
    pages[1]?.answer({ items: [], nextCursor: null });
    await nextLoading;
    const next = rooms.discover('a');
    ['a', 'b', 'c'].forEach((id, index) => items[index]?.answer(item(id)));
    await Promise.all(asking);
    expect([...rooms.all]).toEqual([]);
    expect(items).toHaveLength(4);
    items[3]?.answer(item('a'));
    await next;
    expect(rooms.overview.get().items.map(({ id }) => id)).toEqual(['a']);
  });

  it.each(['here again', 'still gone'])(
    'a room that was gone, asked for again and %s is nothing to whoever signs in next',
    async (how) => {
      const { rooms, pages, items, item } = byHand();
      const room = rooms.room('a');
      void room.open();
      rooms.left('a');
      items[0]?.fail(new ParleyError('not_found', 'gone'));
      await jest.advanceTimersByTimeAsync(0);
      expect(room.isMissing).toBe(true);
      const opening = room.open();
      rooms.clear();
      const loading = rooms.load();
      pages[0]?.answer({ items: how === 'here again' ? [] : [item('a')], nextCursor: null });
      await loading;
      if (how === 'here again') items[1]?.answer(item('a'));
      else items[1]?.fail(new ParleyError('not_found', 'gone'));
      await opening;
      expect(rooms.overview.get().items.map(({ id }) => id)).toEqual(how === 'here again' ? [] : ['a']);
      expect(items).toHaveLength(2);
    },
  );
});
