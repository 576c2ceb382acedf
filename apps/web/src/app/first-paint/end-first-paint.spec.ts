import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import { PARLEY_CLIENT, SessionStore } from '@parley/web-data-access';
import { QuietClient } from '@parley/web-data-access/testing';
import { words } from '@parley/web-ui/testing';
import { App } from '../app';

@Component({ template: '<p>the view</p>' })
class View {}

async function show(client: QuietClient): Promise<Router> {
  const first = document.createElement('div');
  first.id = 'first';
  document.body.append(first);
  await render(App, {
    imports: [words],
    providers: [
      provideRouter(
        [
          { path: 'there', component: View },
          { path: 'not-there', loadComponent: () => Promise.reject(new TypeError('Failed to import')) },
        ],
        withNavigationErrorHandler(() => undefined),
      ),
      { provide: PARLEY_CLIENT, useValue: client },
    ],
  });
  return TestBed.inject(Router);
}
const isCovered = (): boolean => document.getElementById('first') !== null;

describe('the first paint', () => {
  afterEach(() => document.getElementById('first')?.remove());

  it('covers the app until a view is there, and goes with nothing between the two', async () => {
    const router = await show(await new QuietClient().signIn());
    expect(isCovered()).toBe(true);
    const seen: boolean[] = [];
    const watch = new MutationObserver(() => {
      if (!isCovered()) seen.push(screen.queryByText('the view') !== null);
    });
    watch.observe(document.body, { childList: true, subtree: true });
    await router.navigateByUrl('/there');
    await waitFor(() => expect(isCovered()).toBe(false));
    watch.disconnect();
    expect(seen).not.toContain(false);
  });

  it('goes where the server is away, as that is said', async () => {
    await show(new QuietClient({ 'POST /auth/refresh': new TypeError('no network') }));
    void TestBed.inject(SessionStore).settled();
    expect(await screen.findByText('Parley is away for a moment')).toBeVisible();
    await waitFor(() => expect(isCovered()).toBe(false));
  });

  it('goes where a part of the app could not be fetched', async () => {
    const router = await show(await new QuietClient().signIn());
    await expect(router.navigateByUrl('/not-there')).rejects.toThrow('Failed to import');
    await waitFor(() => expect(isCovered()).toBe(false));
  });
});
