import { tabsTakeTurns, type TabLocks } from './tabs-take-turns';

/** The browser's locks, for one name: whoever asks waits for all who asked before, or until their signal says stop. */
function someLocks(): TabLocks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name, { signal }, use) => {
      const before = last;
      const given = new Promise<void>((resolve, reject) => {
        let isOver = false;
        signal.addEventListener('abort', () => {
          isOver = true;
          reject(new DOMException('too late', 'AbortError'));
        });
        void before.then(() => {
          if (!isOver) use().then(resolve, reject);
        });
      });
      last = given.catch(() => undefined);
      return given;
    },
  };
}

/** Work that lasts until it is told to end, and says how much of it is under way. */
function someWork() {
  const ends: (() => void)[] = [];
  let underWay = 0;
  let most = 0;
  const work = async (): Promise<number> => {
    most = Math.max(most, ++underWay);
    await new Promise<void>((resolve) => ends.push(resolve));
    return underWay--;
  };
  return { work, ends, most: () => most };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('tabsTakeTurns', () => {
  it('has one tab at a time do its work', async () => {
    const { work, ends, most } = someWork();
    const locks = someLocks();
    const tabs = Array.from({ length: 3 }, () => tabsTakeTurns(locks)(work));
    for (let done = 0; done < tabs.length; done++) {
      await turn();
      expect(ends).toHaveLength(done + 1);
      ends[done]?.();
      await tabs[done];
    }
    expect(most()).toBe(1);
  });

  it('goes on where the work of another fails, and says that of its own', async () => {
    const locks = someLocks();
    const failing = tabsTakeTurns(locks)(() => Promise.reject(new Error('away')));
    const next = tabsTakeTurns(locks)(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('away');
    await expect(next).resolves.toBe('done');
  });

  it('does not wait for ever for a tab that has stopped', async () => {
    const { work, ends, most } = someWork();
    const locks = someLocks();
    const stopped = tabsTakeTurns(locks)(work);
    await turn();
    const other = tabsTakeTurns(locks, 1)(() => Promise.resolve('done'));
    await expect(other).resolves.toBe('done');
    expect(most()).toBe(1);
    ends[0]?.();
    await stopped;
  });

  it('does the work at once where there are no locks, or they are refused', async () => {
    const refused: TabLocks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    for (const locks of [undefined, refused]) {
      await expect(tabsTakeTurns(locks)(() => Promise.resolve('done'))).resolves.toBe('done');
    }
  });
});
