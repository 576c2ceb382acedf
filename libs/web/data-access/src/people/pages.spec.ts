import { TestBed } from '@angular/core/testing';
import { signalStore } from '@ngrx/signals';
import { ParleyError } from '@parley/contracts';
import { type Page, withPages } from './pages';

const ListStore = signalStore({ providedIn: 'root' }, withPages<number>());
const page = (items: number[], nextCursor: string | null = null): Page<number> => ({ items, nextCursor });

describe('withPages', () => {
  let store: InstanceType<typeof ListStore>;
  beforeEach(() => (store = TestBed.inject(ListStore)));

  it('loads one page after the other until there is none', async () => {
    const pages: Record<string, Page<number>> = { first: page([1, 2], 'b'), b: page([3]) };
    await store.start(async (cursor) => pages[cursor ?? 'first'] ?? page([]));
    expect([store.items(), store.hasMore()]).toEqual([[1, 2], true]);
    await Promise.all([store.loadMore(), store.loadMore()]);
    expect([store.items(), store.hasMore()]).toEqual([[1, 2, 3], false]);
    await store.loadMore();
    expect(store.items()).toEqual([1, 2, 3]);
  });

  it('never shows the answer of a question that is no longer asked', async () => {
    let answerFirst: (page: Page<number>) => void = () => undefined;
    const first = store.start(() => new Promise((resolve) => (answerFirst = resolve)));
    await store.start(async () => page([2]));
    answerFirst(page([1]));
    await first;
    expect(store.items()).toEqual([2]);
  });

  it('tells what went wrong, and tries the same again', async () => {
    let isAway = true;
    await store.start(async () => {
      if (isAway) throw new ParleyError('unavailable', 'away');
      return page([1]);
    });
    expect([store.problem()?.code, store.loading(), store.loaded()]).toEqual(['unavailable', false, false]);
    isAway = false;
    await store.retry();
    expect([store.problem(), store.items()]).toEqual([null, [1]]);
  });

  it.each([
    ['the first page of another question', 'first'],
    ['a later page', 'more'],
  ] as const)('tries %s again where that was the one that failed', async (_, which) => {
    const asked: (string | undefined)[] = [];
    let isAway = false;
    const fetch = async (cursor: string | undefined): Promise<Page<number>> => {
      asked.push(cursor);
      if (isAway) throw new ParleyError('unavailable', 'away');
      return cursor === undefined ? page([1], 'b') : page([2]);
    };
    await store.start(fetch);
    isAway = true;
    await (which === 'first' ? store.start(fetch) : store.loadMore());
    expect(store.failed()).toBe(which);
    isAway = false;
    asked.length = 0;
    await store.retry();
    expect(asked).toEqual([which === 'first' ? undefined : 'b']);
    expect([store.items(), store.problem(), store.failed()]).toEqual([which === 'first' ? [1] : [1, 2], null, null]);
  });

  it('never asks for more by the cursor of a question before, whose next one failed', async () => {
    await store.start(async () => page([1], 'b'));
    const fetch = jest.fn(() => Promise.reject<Page<number>>(new ParleyError('unavailable', 'away')));
    await store.start(fetch);
    await store.loadMore();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('passes on what is no error of Parley', async () => {
    await expect(
      store.start(() => {
        throw new TypeError('a defect');
      }),
    ).rejects.toThrow('a defect');
  });
});
