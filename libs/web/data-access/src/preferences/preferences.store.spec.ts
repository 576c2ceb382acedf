import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { PreferencesStore } from './preferences.store';

const KEY = 'parley.preferences';
type Store = InstanceType<typeof PreferencesStore>;

function open(): Store {
  TestBed.resetTestingModule();
  return TestBed.inject(PreferencesStore);
}

describe('PreferencesStore', () => {
  beforeEach(() => localStorage.clear());

  it('leaves all to the system at first', () => {
    const store = open();
    expect([store.theme(), store.contrast(), store.motion(), store.textSize(), store.language()]).toEqual([
      ...['system', 'system', 'system', 'normal'],
      null,
    ]);
  });

  it('keeps what was set', () => {
    open().set({ theme: 'dark', density: 'compact', language: 'de' });
    const again = open();
    expect([again.theme(), again.density(), again.language(), again.tellsInPage()]).toEqual([
      ...['dark', 'compact', 'de', true],
    ]);
  });

  it('follows another tab', () => {
    const store = open();
    localStorage.setItem(KEY, JSON.stringify({ theme: 'light' }));
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(store.theme()).toBe('light');
  });

  it('takes whatever is stored, and heeds what it understands of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        localStorage.setItem(KEY, JSON.stringify(value));
        expect(['system', 'light', 'dark']).toContain(open().theme());
      }),
      { numRuns: 50 },
    );
    localStorage.setItem(KEY, JSON.stringify({ theme: 'pink', motion: 'less' }));
    const store = open();
    expect([store.theme(), store.motion()]).toEqual(['system', 'less']);
  });
});
