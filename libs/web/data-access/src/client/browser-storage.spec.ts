import { TestBed } from '@angular/core/testing';
import { BrowserStorage, LOCAL_STORAGE } from './browser-storage';

const { prototype } = Storage;

/** A storage that has no room for anything more. */
function fill(): void {
  jest.spyOn(prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

describe('BrowserStorage', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('has for the page what there was no room for, and not what was kept before', () => {
    const storage = TestBed.inject(BrowserStorage);
    storage.write('draft.a', 'older');
    fill();
    storage.write('draft.a', 'newer');
    storage.write('draft.b', 'first');
    expect([storage.read('draft.a'), storage.read('draft.b')]).toEqual(['newer', 'first']);
    expect(storage.keys('draft.').sort()).toEqual(['draft.a', 'draft.b']);
    jest.restoreAllMocks();
    storage.write('draft.a', 'newest');
    expect([storage.read('draft.a'), localStorage.getItem('parley.draft.a')]).toEqual(['newest', '"newest"']);
  });

  it('leaves the last that there was room for to the next page', () => {
    TestBed.inject(BrowserStorage).write('draft.a', 'older');
    fill();
    TestBed.inject(BrowserStorage).write('draft.a', 'newer');
    TestBed.resetTestingModule();
    expect(TestBed.inject(BrowserStorage).read('draft.a')).toBe('older');
  });

  it('forgets what is removed, kept or not', () => {
    const storage = TestBed.inject(BrowserStorage);
    storage.write('a', 1);
    fill();
    storage.write('a', 2);
    storage.write('b', 2);
    for (const key of storage.keys('')) storage.remove(key);
    expect([storage.read('a'), storage.read('b'), storage.keys('')]).toEqual([undefined, undefined, []]);
  });

  it('takes what another tab has kept since', () => {
    const storage = TestBed.inject(BrowserStorage);
    fill();
    storage.write('a', 'here');
    jest.restoreAllMocks();
    localStorage.setItem('parley.a', '"there"');
    expect(storage.read('a')).toBe('there');
  });

  it('has for the page what the browser keeps nothing of', () => {
    TestBed.configureTestingModule({ providers: [{ provide: LOCAL_STORAGE, useValue: null }] });
    const storage = TestBed.inject(BrowserStorage);
    storage.write('a', { text: 'x' });
    expect([storage.read('a'), storage.keys('')]).toEqual([{ text: 'x' }, ['a']]);
    storage.remove('a');
    expect(storage.read('a')).toBeUndefined();
  });
});
