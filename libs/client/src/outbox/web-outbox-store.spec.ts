import type { OutboxEntry } from './outbox-entry';
import { FakeLocks, FakeStorage } from './web-storage.fixture';
import { webOutboxStore } from './web-outbox-store';

const entry = (id: string): OutboxEntry => ({
  clientMessageId: id,
  roomId: 'r',
  senderId: 'ana',
  text: `text of ${id}`,
  place: 1,
  queuedAt: 0,
  status: 'waiting',
  error: null,
});

const ids = (entries: readonly OutboxEntry[]): string[] => entries.map((each) => each.clientMessageId).sort();

describe('webOutboxStore', () => {
  it('has written when `save` returns: a page that goes at once loses nothing', () => {
    const storage = new FakeStorage();
    const locks = new FakeLocks();
    void webOutboxStore({ storage, locks: locks.ofTab('a'), tabId: 'a' }).save(entry('one'));
    locks.close('a');
    return expect(webOutboxStore({ storage, locks: locks.ofTab('b'), tabId: 'b' }).claim()).resolves.toEqual([
      entry('one'),
    ]);
  });

  it('leaves a living tab what it has, and lets exactly one take over what a closed one left', async () => {
    const storage = new FakeStorage();
    const locks = new FakeLocks();
    const [a, b, c] = ['a', 'b', 'c'].map((tabId) => webOutboxStore({ storage, locks: locks.ofTab(tabId), tabId }));
    await a?.save(entry('one'));
    await a?.save(entry('two'));
    await b?.save(entry('three'));
    expect([await b?.claim(), await c?.claim(), await a?.claim()]).toEqual([[], [], []]);
    locks.close('a');
    const [toB, toC] = await Promise.all([b?.claim(), c?.claim()]);
    expect(ids([...(toB ?? []), ...(toC ?? [])])).toEqual(['one', 'two']);
    expect(await b?.claim()).toEqual([]);
    await b?.remove('one');
    await c?.remove('one');
    locks.close('b');
    locks.close('c');
    const last = webOutboxStore({ storage, locks: locks.ofTab('d'), tabId: 'd' });
    expect(ids(await last.claim())).toEqual(['three', 'two']);
  });

  it('takes over everything where the browser has no locks, under the same ids', async () => {
    const storage = new FakeStorage();
    await webOutboxStore({ storage, tabId: 'a' }).save(entry('one'));
    expect(await webOutboxStore({ storage, tabId: 'b' }).claim()).toEqual([entry('one')]);
  });

  it('passes over what it did not write or cannot read, and touches nobody else’s keys', async () => {
    const storage = new FakeStorage();
    storage.setItem('somebody.else', 'x');
    storage.setItem('parley.outbox.old.1', '{"half":');
    storage.setItem('parley.outbox', '[]');
    const store = webOutboxStore({ storage, tabId: 'b' });
    expect(await store.claim()).toEqual([]);
    expect(storage.getItem('somebody.else')).toBe('x');
  });

  it('takes over in a full storage too, and keeps what it took over where that has room', async () => {
    const storage = new FakeStorage();
    for (const id of ['one', 'two']) await webOutboxStore({ storage, tabId: 'a' }).save(entry(id));
    const used = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').flatMap((key) => [
      key,
      storage.getItem(key) ?? '',
    ]);
    storage.room = used.join('').length;
    expect(ids(await webOutboxStore({ storage, tabId: 'b' }).claim())).toEqual(['one', 'two']);
    expect(ids(await webOutboxStore({ storage, tabId: 'c' }).claim())).toEqual(['one', 'two']);
  });

  it('answers what it took over also where nothing can be kept', async () => {
    const storage = new FakeStorage();
    for (const id of ['one', 'two']) await webOutboxStore({ storage, tabId: 'a' }).save(entry(id));
    storage.full = true;
    const store = webOutboxStore({ storage, tabId: 'b' });
    expect(ids(await store.claim())).toEqual(['one', 'two']);
    await store.remove('one');
    storage.full = false;
    // What was answered is not somebody else's to send, too.
    expect(await webOutboxStore({ storage, tabId: 'c' }).claim()).toEqual([]);
  });

  it('answers what some left where the locks of others are refused, and rejects where all are', async () => {
    const storage = new FakeStorage();
    for (const tabId of ['a', 'b', 'c']) await webOutboxStore({ storage, tabId }).save(entry(`of ${tabId}`));
    const locks = new FakeLocks().ofTab('d');
    const refused = new Set(['b']);
    const store = webOutboxStore({
      storage,
      tabId: 'd',
      locks: {
        request: async (name, options, use) => {
          if (refused.has(name.at(-1) ?? '')) throw new Error('refused');
          return locks.request(name, options, use);
        },
      },
    });
    expect(ids(await store.claim())).toEqual(['of a', 'of c']);
    await expect(store.claim()).rejects.toMatchObject({ cause: new Error('refused') });
    refused.clear();
    expect(await store.claim()).toEqual([entry('of b')]);
  });

  it('rejects where the storage is full, so that the outbox can tell', async () => {
    const storage = new FakeStorage();
    storage.full = true;
    await expect(webOutboxStore({ storage, tabId: 'a' }).save(entry('one'))).rejects.toThrow('full');
  });
});
