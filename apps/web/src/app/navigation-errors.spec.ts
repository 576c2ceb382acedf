import { TestBed } from '@angular/core/testing';
import { NavigationError } from '@angular/router';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { navigationFailed } from './navigation-errors';

const failed = (error: unknown): NavigationError => new NavigationError(1, '/people', error);
const missingPart = new TypeError('Failed to fetch dynamically imported module: chunk-1.js');

describe('a page that could not be opened', () => {
  beforeEach(() => TestBed.configureTestingModule({ imports: [words] }));
  const handle = (error: unknown): Promise<void> =>
    TestBed.runInInjectionContext(() => navigationFailed(failed(error)));

  it('is told of where the server is away too', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('no network'));
    await handle(missingPart);
    expect(
      TestBed.inject(Toaster)
        .toasts()
        .map(({ text }) => text),
    ).toEqual(['Parley does not answer just now. Try again in a moment.']);
    expect(sessionStorage.length).toBe(0);
  });

  it('is told of where it was loaded anew a moment ago', async () => {
    globalThis.fetch = () => Promise.resolve(new Response());
    sessionStorage.setItem('parley.reloadedAt', String(Date.now()));
    await handle(missingPart);
    expect(TestBed.inject(Toaster).toasts()).toHaveLength(1);
  });

  it('passes on what is a defect', async () => {
    await expect(handle(new Error('a defect'))).rejects.toThrow('a defect');
  });
});
