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

  it('passes on what is no error of Parley', async () => {
    await expect(
      store.start(() => {
        throw new TypeError('a defect');
      }),
    ).rejects.toThrow('a defect');
  });
});
