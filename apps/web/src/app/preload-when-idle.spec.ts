import { TestBed } from '@angular/core/testing';
import { of, throwError } from 'rxjs';
import { PreloadWhenIdle } from './preload-when-idle';

const AFTER_MS = 2_000;

describe('PreloadWhenIdle', () => {
  let whenIdle: (() => void)[];
  let loaded: string[];

  beforeEach(() => {
    whenIdle = [];
    loaded = [];
    jest.useFakeTimers();
    Object.assign(window, { requestIdleCallback: (then: () => void) => whenIdle.push(then) });
  });
  afterEach(() => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    jest.useRealTimers();
  });
  const preload = (name: string): void => {
    const load = () => {
      loaded.push(name);
      return of(null);
    };
    TestBed.inject(PreloadWhenIdle).preload({}, load).subscribe();
  };

  it('fetches nothing while the first view may wait for the server, nor before the browser has nothing else to do', async () => {
    preload('people');
    await jest.advanceTimersByTimeAsync(AFTER_MS - 1);
    expect(whenIdle).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(loaded).toEqual([]);
    for (const then of whenIdle) then();
    await jest.advanceTimersByTimeAsync(0);
    expect(loaded).toEqual(['people']);
  });

  it('says nothing of what cannot be fetched now', async () => {
    const failed = jest.fn();
    const load = () => throwError(() => new TypeError('Failed to fetch dynamically imported module'));
    const ended = new Promise<void>((complete) => {
      TestBed.inject(PreloadWhenIdle).preload({}, load).subscribe({ error: failed, complete });
    });
    await jest.advanceTimersByTimeAsync(AFTER_MS);
    for (const then of whenIdle) then();
    await ended;
    expect(failed).not.toHaveBeenCalled();
  });

  it('waits no longer than that where the browser cannot say so', async () => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    preload('people');
    await jest.advanceTimersByTimeAsync(AFTER_MS - 1);
    expect(loaded).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(loaded).toEqual(['people']);
  });
});
