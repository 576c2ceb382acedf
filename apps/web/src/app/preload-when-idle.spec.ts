import { TestBed } from '@angular/core/testing';
import { of, throwError } from 'rxjs';
import { PreloadWhenIdle } from './preload-when-idle';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('PreloadWhenIdle', () => {
  let whenIdle: (() => void)[];
  let loaded: string[];

  beforeEach(() => {
    whenIdle = [];
    loaded = [];
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

  it('fetches nothing before the browser has nothing else to do', async () => {
    preload('people');
    await settled();
    expect(loaded).toEqual([]);
    for (const then of whenIdle) then();
    await settled();
    expect(loaded).toEqual(['people']);
  });

  it('says nothing of what cannot be fetched now', async () => {
    const failed = jest.fn();
    const load = () => throwError(() => new TypeError('Failed to fetch dynamically imported module'));
    const ended = new Promise<void>((complete) => {
      TestBed.inject(PreloadWhenIdle).preload({}, load).subscribe({ error: failed, complete });
    });
    for (const then of whenIdle) then();
    await ended;
    expect(failed).not.toHaveBeenCalled();
  });

  it('waits a while where the browser cannot say so', async () => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    jest.useFakeTimers();
    preload('people');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(loaded).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(loaded).toEqual(['people']);
  });
});
