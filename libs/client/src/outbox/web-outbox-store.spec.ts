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

  it('rejects where the storage is full, so that the outbox can tell', async () => {
    const storage = new FakeStorage();
    storage.full = true;
    await expect(webOutboxStore({ storage, tabId: 'a' }).save(entry('one'))).rejects.toThrow('full');
  });
});
