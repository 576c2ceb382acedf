import { jest } from '@jest/globals';
import { ParleyError, type OverviewItem } from '@parley/contracts';
import { setup } from './model-client.fixture';
import type { RoomApi } from './room-context';

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
  const { server, rooms } = setup({ rest });
  const item = (id: string, more: Partial<OverviewItem> = {}): OverviewItem => ({ ...server.item(), id, ...more });
  /** How many rooms were shown, each time that they were. */
  const shown: number[] = [];
  rooms.overview.subscribe((overview) => shown.push(overview.items.length));
  shown.length = 0;
  return { rooms, pages, items, item, shown };
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
